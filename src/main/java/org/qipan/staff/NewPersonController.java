package org.qipan.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.identity.AccountRefused;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 新增人员. */
@Controller
@PreAuthorize("hasRole('system-admin')")
@StepUpFirst
class NewPersonController {

    private final CurrentStaff current;
    private final PostLines lines;
    private final StaffActs acts;
    private final Texts texts;

    NewPersonController(CurrentStaff current, PostLines lines, StaffActs acts, Texts texts) {
        this.current = current;
        this.lines = lines;
        this.acts = acts;
        this.texts = texts;
    }

    @GetMapping("/staff/new")
    String open(HttpServletRequest request, Model model) {
        form(KeptForm.take(request).orElse(new LinkedMultiValueMap<>()), Map.of(), model);
        return "staff/new";
    }

    @PostMapping("/staff/new")
    ModelAndView add(
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes flash) {
        Staff admin = current.get();
        NewPerson person = NewPerson.of(sent);
        PostLines.Read read = lines.read(sent, admin);
        Map<String, String> errors = new LinkedHashMap<>(person.errors());
        if (!read.sound()) {
            errors.put("posts", "staff.refused.lines");
        }
        if (errors.isEmpty()) {
            try {
                String url = acts.add(admin, person, read.posts(), idempotencyKey, Once.hash(sent));
                return texts.to(url, flash, "staff.notice.added", person.name());
            } catch (StaffRefused e) {
                errors.put(e.key().equals(AccountRefused.TAKEN) ? "username" : "posts", e.key());
            }
        }
        form(sent, errors, model);
        return new ModelAndView("staff/new", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void form(MultiValueMap<String, String> sent, Map<String, String> errors, Model model) {
        Staff admin = current.get();
        model.addAttribute("typed", NewPerson.of(sent));
        model.addAttribute("lines", lines.read(sent, admin).lines());
        model.addAttribute("errors", errors);
        model.addAttribute("roles", PostRules.givenBy(admin));
        model.addAttribute("within", AdminArea.of(admin).within());
    }
}
