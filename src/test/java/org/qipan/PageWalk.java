package org.qipan;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Walks every page a person's menu leads to, in both languages, on a phone and on a desk. */
final class PageWalk {

    private static final int PHONE = 360;
    private static final int DESK = 1280;

    private final Cast cast;
    private final List<String> faults = new ArrayList<>();
    /** Pages that axe has seen, by address without ids: the same page says the same to every role. */
    private final Set<String> examined = new HashSet<>();

    PageWalk(Cast cast) {
        this.cast = cast;
    }

    List<String> faults() {
        return faults;
    }

    /** @param more pages beyond the menu */
    @SafeVarargs
    final void walk(String username, List<String>... more) {
        Visitor visitor = cast.at(DESK, username);
        ViewportSize own = visitor.page().viewportSize();
        visitor.open("/");
        Set<String> pages = new LinkedHashSet<>();
        visitor.page().locator("nav.qp-nav > a").all().forEach(link -> pages.add(link.getAttribute("href")));
        if (pages.isEmpty()) {
            faults.add(username + " has no menu");
        }
        Stream.of(more).forEach(pages::addAll);
        for (String language : new String[] {"en", "zh"}) {
            pages.forEach(path -> look(visitor, username, path, language));
        }
        visitor.complaints().forEach(complaint -> faults.add(username + " " + complaint));
        visitor.complaints().clear();
        visitor.page().setViewportSize(own.width, own.height);
    }

    void look(Visitor visitor, String username, String path, String language) {
        String where = username + " " + path + " " + language;
        Page page = visitor.page();
        page.setViewportSize(DESK, 900);
        Response answer = page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        if (answer.status() != 200) {
            faults.add(where + ": status " + answer.status());
            return;
        }
        // Colours and labels do not depend on the language, only on the width: each page is examined at both, once.
        boolean examine = examined.add(path.replaceAll("[0-9a-f-]{36}|\\d{4,}|\\?.*", "…") + language);
        PageRules.broken(page, where + " on a desk").forEach(faults::add);
        if (examine && language.equals("en")) {
            PageRules.inaccessible(page, where + " on a desk").forEach(faults::add);
        }
        page.setViewportSize(PHONE, 740);
        PageRules.tooWide(page, where + " on a phone").forEach(faults::add);
        if (examine && language.equals("zh")) {
            PageRules.inaccessible(page, where + " on a phone").forEach(faults::add);
        }
    }
}
