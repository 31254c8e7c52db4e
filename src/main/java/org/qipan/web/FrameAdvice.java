package org.qipan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its {@link Frame}. */
@ControllerAdvice
class FrameAdvice {

    private final CurrentStaff current;
    private final Directory directory;
    private final Assets assets;

    FrameAdvice(CurrentStaff current, Directory directory, Assets assets) {
        this.current = current;
        this.directory = directory;
        this.assets = assets;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        Optional<Staff> staff = current.find();
        boolean english = locale.getLanguage().equals("en");
        boolean large = cookie(request, LargeTypeController.COOKIE).isPresent();
        return new Frame(
                staff.map(Staff::name).orElse(null),
                staff.map(this::titles).orElse(List.of()),
                staff.map(person -> Menu.of(person, request.getRequestURI())).orElse(List.of()),
                request.getRequestURI(),
                english ? "en" : "zh-CN",
                here(request, english ? "zh" : "en"),
                request.getAttribute(SignIn.EXPIRED) != null,
                large,
                large ? "off" : "on",
                assets.sheets().name(),
                assets.scripts().name());
    }

    private List<String> titles(Staff staff) {
        Map<String, String> names =
                directory.names(staff.posts().stream().map(Post::unit).toList());
        return staff.posts().stream()
                .map(post -> directory.title(post, names.getOrDefault(post.unit(), post.unit())))
                .toList();
    }

    private static String here(HttpServletRequest request, String language) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(query)
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }

    private static Optional<Cookie> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .findFirst();
    }
}
