package org.qipan.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.audit.CurrentActor;
import org.qipan.complaint.Complaints;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.filing.Filing;
import org.qipan.form.Forms;
import org.qipan.form.Forms.FieldError;
import org.qipan.page.SeeOther;
import org.qipan.page.Texts;
import org.qipan.receipt.Receipt;
import org.qipan.receipt.Receipts;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An officer takes a matter down and hands the petitioner his receipt. The receipt is shown once, in the answer itself: with a second copy
 * somebody at the desk could withdraw or praise in the petitioner's place.
 */
@Controller
@RequestMapping("/complaints/new")
@PreAuthorize("hasRole('complaint-officer')")
class RegistrationController {

    private final CurrentStaff current;
    private final RegistrationPage page;
    private final Complaints complaints;
    private final Receipts receipts;
    private final Once once;
    private final Audit audit;
    private final CurrentActor actor;
    private final Texts texts;
    private final ObjectProvider<Drafts> drafts;

    RegistrationController(
            CurrentStaff current,
            RegistrationPage page,
            Complaints complaints,
            Receipts receipts,
            Once once,
            Audit audit,
            CurrentActor actor,
            Texts texts,
            ObjectProvider<Drafts> drafts) {
        this.current = current;
        this.page = page;
        this.complaints = complaints;
        this.receipts = receipts;
        this.once = once;
        this.audit = audit;
        this.actor = actor;
        this.texts = texts;
        this.drafts = drafts;
    }

    /** @param draft what came in by another way and is to be registered, null to start from nothing */
    @GetMapping
    ModelAndView fresh(@RequestParam(required = false) @Nullable UUID draft) {
        Staff staff = current.get();
        Map<String, Object> values =
                draft == null ? Map.of() : drafts.getObject().prefill(draft, staff);
        return shown(draft, staff, values, List.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView register(
            @RequestParam UUID idempotencyKey,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam MultiValueMap<String, String> parameters) {
        Staff staff = current.get();
        Forms.Submission submission = page.read(parameters, staff);
        if (submission.redisplay()) {
            return shown(draft, staff, submission.typed(), List.of(), List.of(), HttpStatus.OK);
        }
        List<FieldError> faults = faults(submission);
        if (!faults.isEmpty()) {
            return refused(draft, staff, submission.typed(), faults, List.of());
        }
        AtomicReference<Receipt> receipt = new AtomicReference<>();
        try {
            String url = once.run(idempotencyKey, staff.id(), "POST /complaints/new", Once.hash(parameters), () -> {
                UUID id = file(RegistrationPage.filing(submission.values()), staff);
                if (draft != null) {
                    drafts.getObject().registered(draft, id, staff);
                }
                receipt.set(receipts.issue(id));
                return "/complaints/" + id;
            });
            return receipt.get() == null
                    ? SeeOther.at(url)
                    : handed(Objects.requireNonNull(receipt.get()), RegistrationPage.present(submission.values()), url);
        } catch (Once.KeyReused e) {
            return refused(draft, staff, submission.typed(), List.of(), List.of(texts.text("complaint.refused.again")));
        } catch (Refused e) {
            return refused(draft, staff, submission.typed(), fields(e.reasons()), whole(e));
        }
    }

    private UUID file(Filing filing, Staff staff) {
        Post as = staff.posts().stream()
                .filter(post -> post.role().equals(RegistrationPage.OFFICER))
                .findFirst()
                .orElseThrow();
        UUID id = complaints.file(filing, staff, as);
        audit.record(actor.actor(), "registration.audit.receipt", "case", id.toString(), Map.of());
        return id;
    }

    /** @param present the petitioner is there and takes it; else it goes to him with the first paper he gets */
    private static ModelAndView handed(Receipt receipt, boolean present, String url) {
        String hint = "registration.receipt." + (present ? "once" : "absent");
        return new ModelAndView("registration/receipt", Map.of("receipt", receipt, "hint", hint, "url", url));
    }

    /** All at once: of the form, of the law and of every filing; each field says what is wrong with it first. */
    private List<FieldError> faults(Forms.Submission submission) {
        Map<String, Object> values = submission.values();
        Map<String, FieldError> faults = new LinkedHashMap<>();
        Stream.of(
                        submission.errors(),
                        fields(RegistrationPage.faults(values)),
                        fields(complaints.faults(RegistrationPage.filing(values))))
                .flatMap(List::stream)
                .forEach(fault -> faults.putIfAbsent(fault.path(), fault));
        return List.copyOf(faults.values());
    }

    private List<FieldError> fields(List<Refused.Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.field() != null)
                .map(reason -> new FieldError(Objects.requireNonNull(reason.field()), text(reason)))
                .toList();
    }

    private List<String> whole(Refused refused) {
        return refused.reasons().stream()
                .filter(reason -> reason.field() == null)
                .map(this::text)
                .toList();
    }

    private String text(Refused.Reason reason) {
        return reason.in(texts);
    }

    private ModelAndView refused(
            @Nullable UUID draft,
            Staff staff,
            Map<String, Object> typed,
            List<FieldError> fields,
            List<String> errors) {
        return shown(draft, staff, typed, fields, errors, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView shown(
            @Nullable UUID draft,
            Staff staff,
            Map<String, Object> typed,
            List<FieldError> fields,
            List<String> errors,
            HttpStatus status) {
        ModelAndView answer = new ModelAndView("registration/new", status);
        answer.addObject("form", page.view(staff, typed, fields));
        answer.addObject("errors", errors);
        answer.addObject("draft", draft);
        return answer;
    }
}
