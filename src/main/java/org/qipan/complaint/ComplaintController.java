package org.qipan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.progress.Messages;
import org.qipan.task.Once;
import org.qipan.worklist.CaseExtras;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One matter: what the reader may know of it, messages to the petitioner, and the service of notices. */
@Controller
@RequestMapping("/complaints/{id}")
@PreAuthorize(
        "hasAnyRole('village-head','township-officer','township-leader','district-officer','district-leader','city-officer',"
                + "'city-leader','province-officer','province-leader','department-officer','service-provider','complaint-officer')")
class ComplaintController {

    private final CurrentStaff current;
    private final ComplaintAccess access;
    private final ComplaintViews views;
    private final DeskActs acts;
    private final Messages messages;
    private final CaseFiles cases;
    private final CaseExtras extras;
    private final ObjectProvider<CaseSection> sections;
    private final Once once;
    private final Texts texts;

    ComplaintController(
            CurrentStaff current,
            ComplaintAccess access,
            ComplaintViews views,
            DeskActs acts,
            Messages messages,
            CaseFiles cases,
            CaseExtras extras,
            ObjectProvider<CaseSection> sections,
            Once once,
            Texts texts) {
        this.current = current;
        this.access = access;
        this.views = views;
        this.acts = acts;
        this.messages = messages;
        this.cases = cases;
        this.extras = extras;
        this.sections = sections;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView look(@PathVariable UUID id) {
        return shown(id, current.get(), null, null);
    }

    /** A message to the petitioner, who reads it on the tracking page. */
    @PostMapping("/messages")
    ModelAndView answer(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "") String text,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        return act(id, "messages", idempotencyKey, text, parameters, flash, by -> acts.answer(id, text, by));
    }

    /** 送达回证 of a notice. */
    @PostMapping("/papers/{paper}/service")
    ModelAndView serve(
            @PathVariable UUID id,
            @PathVariable long paper,
            @RequestParam UUID idempotencyKey,
            @RequestParam String how,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        String verb = "papers/" + paper + "/service";
        return act(id, verb, idempotencyKey, null, parameters, flash, by -> acts.serve(id, paper, how, on, proof, by));
    }

    private ModelAndView act(
            UUID id,
            String verb,
            UUID key,
            @Nullable String typed,
            MultiValueMap<String, String> parameters,
            RedirectAttributes flash,
            java.util.function.Consumer<Staff> act) {
        Staff staff = current.get();
        String url = "/complaints/" + access.visible(id, staff).id();
        try {
            once.run(key, staff.id(), "POST " + url + "/" + verb, Once.hash(parameters), () -> {
                act.accept(staff);
                return url;
            });
        } catch (Once.KeyReused e) {
            return shown(id, staff, typed, new Refused("complaint.refused.again"));
        } catch (Refused e) {
            return shown(id, staff, typed, e);
        }
        return texts.to(url, flash, "complaint.notice." + (typed == null ? "served" : "answered"));
    }

    private ModelAndView shown(UUID id, Staff staff, @Nullable String typed, @Nullable Refused refused) {
        Complaint complaint = access.visible(id, staff);
        ComplaintView view = views.page(complaint, staff);
        ModelAndView page =
                new ModelAndView("complaint/show", refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("complaint", view);
        page.addAllObjects(extras.of(id, staff));
        List<CasePage.Panel> shown = sections.stream()
                .map(one -> one.section(id, staff))
                .filter(Objects::nonNull)
                .toList();
        shown.forEach(one -> page.addAllObjects(one.model()));
        page.addObject("sections", shown);
        page.addObject("timeline", cases.timeline(id));
        page.addObject("task", access.task(id, staff).orElse(null));
        page.addObject("messages", view.atDesk() ? messages.of(id) : List.of());
        page.addObject("typed", typed);
        page.addObject("refused", refused == null ? List.of() : refused.all(texts));
        return page;
    }
}
