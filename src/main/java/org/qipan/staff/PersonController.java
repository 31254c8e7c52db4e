package org.qipan.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.identity.KeptForm;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.Texts;
import org.qipan.task.Once;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person and his posts. */
@Controller
@PreAuthorize("hasAnyRole('system-admin','security-admin')")
class PersonController {

    private final CurrentStaff current;
    private final StaffRows rows;
    private final PostLines lines;
    private final StaffActs acts;
    private final Slips slips;
    private final Texts texts;

    PersonController(CurrentStaff current, StaffRows rows, PostLines lines, StaffActs acts, Slips slips, Texts texts) {
        this.current = current;
        this.rows = rows;
        this.lines = lines;
        this.acts = acts;
        this.slips = slips;
        this.texts = texts;
    }

    @GetMapping("/staff/{id}")
    String show(@PathVariable UUID id, Model model) {
        person(id, model);
        return "staff/person";
    }

    @GetMapping("/staff/{id}/posts")
    @StepUpFirst
    String posts(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Optional<MultiValueMap<String, String>> typed = KeptForm.take(request);
        StaffRows.Row person = person(id, model);
        form(person, typed.orElse(new LinkedMultiValueMap<>()), typed.isPresent(), null, model);
        return "staff/posts";
    }

    @PostMapping("/staff/{id}/posts")
    @StepUpFirst
    ModelAndView move(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        Staff admin = current.get();
        StaffRows.Row person = person(id, model);
        PostLines.Read read = lines.read(sent, admin);
        if (!read.sound()) {
            return refused(person, sent, texts.text("staff.refused.lines"), model);
        }
        Set<Post> wanted = new LinkedHashSet<>(read.posts());
        person.posts().stream()
                .filter(post -> kept(sent).contains(post.group()))
                .forEach(wanted::add);
        try {
            String url = acts.move(admin, person, wanted, idempotencyKey, Once.hash(sent));
            return texts.to(url, flash, "staff.notice.moved", person.name());
        } catch (StaffRefused e) {
            return refused(person, sent, texts.text(e.key()), model);
        }
    }

    private ModelAndView refused(StaffRows.Row person, MultiValueMap<String, String> sent, String error, Model model) {
        form(person, sent, true, error, model);
        return new ModelAndView("staff/posts", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void form(
            StaffRows.Row person,
            MultiValueMap<String, String> sent,
            boolean typed,
            @Nullable String error,
            Model model) {
        Staff admin = current.get();
        model.addAttribute("lines", lines.read(sent, admin).lines());
        model.addAttribute(
                "kept",
                typed ? kept(sent) : person.posts().stream().map(Post::group).toList());
        model.addAttribute("groups", person.posts().stream().map(Post::group).toList());
        model.addAttribute("roles", PostRules.givenBy(admin));
        model.addAttribute("within", AdminArea.of(admin).within());
        model.addAttribute("error", error);
    }

    private static List<String> kept(MultiValueMap<String, String> sent) {
        return sent.getOrDefault("keep", List.of());
    }

    private StaffRows.Row person(UUID id, Model model) {
        Staff admin = current.get();
        StaffRows.Row person =
                rows.find(AdminArea.of(admin), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("person", person);
        model.addAttribute("self", person.id().equals(admin.id()));
        model.addAttribute("system", admin.holds(PostRules.SYSTEM));
        model.addAttribute("slips", slips.may(admin, person));
        return person;
    }
}
