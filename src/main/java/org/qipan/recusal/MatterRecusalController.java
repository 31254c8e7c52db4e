package org.qipan.recusal;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Colleagues;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.task.Ground;
import org.qipan.task.Once;
import org.qipan.task.Recusals;
import org.qipan.worklist.CasePages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回避 on the page of a matter: who may open it may leave it, and who answers for a colleague may order that he does. */
@Controller
@RequestMapping("/complaints/{id}/recusal")
class MatterRecusalController {

    static final String KIND = "complaint";

    private static final int LONGEST = 2_000;

    private final CurrentStaff current;
    private final CasePages pages;
    private final Recusals recusals;
    private final Colleagues colleagues;
    private final Directory directory;
    private final RequestTable table;
    private final Once once;
    private final Texts texts;

    MatterRecusalController(
            CurrentStaff current,
            CasePages pages,
            Recusals recusals,
            Colleagues colleagues,
            Directory directory,
            RequestTable table,
            Once once,
            Texts texts) {
        this.current = current;
        this.pages = pages;
        this.recusals = recusals;
        this.colleagues = colleagues;
        this.directory = directory;
        this.table = table;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id) {
        return page(id, visible(id), Map.of(), null);
    }

    /** Declares it himself, or orders it about somebody he answers for. @param staff empty for himself */
    @PostMapping
    ModelAndView leave(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff by = visible(id);
        Ground chosen = Ground.of(ground).orElse(null);
        if (chosen == null
                || reason.isBlank()
                || reason.length() > LONGEST
                || by.posts().isEmpty()) {
            return page(id, by, parameters.toSingleValueMap(), "task.recusal.invalid");
        }
        Staff colleague = staff.isEmpty() ? null : led(staff, by);
        String url = colleague == null ? "/worklist" : "/complaints/" + id;
        try {
            once.run(idempotencyKey, by.id(), "POST /complaints/" + id + "/recusal", Once.hash(parameters), () -> {
                if (colleague == null) {
                    recusals.declare(id, chosen, reason.strip(), by);
                } else {
                    recusals.decide(id, colleague, chosen, reason.strip(), by);
                }
                return url;
            });
        } catch (Once.KeyReused e) {
            return page(id, by, parameters.toSingleValueMap(), "absence.refused.key");
        }
        return texts.to(url, flash, colleague == null ? "task.notice.recusal" : "absence.notice.ordered");
    }

    private Staff visible(UUID id) {
        Staff staff = current.get();
        if (!Objects.requireNonNull(pages.byKind().get(KIND)).visible(id, staff)) {
            throw new NoSuchElementException("complaint " + id);
        }
        return staff;
    }

    private Staff led(String id, Staff by) {
        UUID staff = Fields.id(id);
        if (staff == null || !colleagues.leads(by.id(), staff)) {
            throw new NoSuchElementException("colleague");
        }
        return directory.staff(staff).orElseThrow();
    }

    private ModelAndView page(UUID id, Staff by, Map<String, String> typed, @Nullable String error) {
        List<Colleagues.Named> led = colleagues.led(by.id());
        return new ModelAndView(
                "recusal/show",
                Map.of(
                        "matter",
                        id,
                        "number",
                        table.number(id),
                        "colleagues",
                        led,
                        "typed",
                        typed,
                        "ordered",
                        !typed.getOrDefault("staff", "").isEmpty(),
                        "error",
                        error == null ? "" : error),
                error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
