package org.qipan.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 记一笔: record, undo, look at, correct. */
@Controller
@RequestMapping("/work-records")
@PreAuthorize(
        "hasAnyRole('village-worker','village-head','township-officer','district-officer','city-officer','province-officer',"
                + "'department-officer','service-provider','complaint-officer','liaison','evaluator')")
class WorkRecordController {

    private final WorkRecords records;
    private final RecordSheet sheet;
    private final RecordTable table;
    private final RecordTexts texts;
    private final Vocabulary vocabulary;
    private final CurrentStaff current;
    private final Clock clock;

    WorkRecordController(
            WorkRecords records,
            RecordSheet sheet,
            RecordTable table,
            RecordTexts texts,
            Vocabulary vocabulary,
            CurrentStaff current,
            Clock clock) {
        this.records = records;
        this.sheet = sheet;
        this.table = table;
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    String open(@RequestParam(required = false) @Nullable String as, Model model) {
        Staff staff = current.get();
        Post post = post(staff, as);
        show(model, sheet.blank(staff, post), staff, post, Map.of());
        return "service/records";
    }

    @PostMapping
    ModelAndView save(RecordForm typed, Model model, RedirectAttributes redirect) {
        Staff staff = current.get();
        Post post = post(staff, typed.as());
        RecordForm form = typed.clean() == null ? typed : typed.cleaned(vocabulary);
        try {
            redirect.addFlashAttribute("saved", records.record(form.entry(post, clock), staff, post));
            redirect.addAttribute("as", post.group());
            return SeeOther.at("/work-records");
        } catch (Refused refused) {
            show(model, form, staff, post, texts.errors(refused.reasons()));
            return refused("service/records", model);
        }
    }

    @PostMapping("/{id}/undo")
    ModelAndView undo(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            RedirectAttributes redirect) {
        Staff staff = current.get();
        try {
            records.withdraw(id, reason, staff);
            redirect.addFlashAttribute("notice", "service.undone");
            return SeeOther.at("/work-records");
        } catch (Refused refused) {
            return detail(id, null, staff, refused, model);
        }
    }

    @GetMapping("/{id}")
    ModelAndView look(@PathVariable long id, Model model) {
        return detail(id, null, current.get(), null, model);
    }

    @PostMapping("/{id}/correct")
    ModelAndView correct(@PathVariable long id, RecordForm typed, Model model, RedirectAttributes redirect) {
        Staff staff = current.get();
        Post post = post(staff, typed.as());
        RecordForm form = typed.clean() == null ? typed : typed.cleaned(vocabulary);
        try {
            String reason = form.reason();
            long replacing = records.correct(id, form.entry(post, clock), reason == null ? "" : reason, staff, post);
            redirect.addFlashAttribute("notice", "service.corrected");
            return SeeOther.at("/work-records/" + replacing);
        } catch (Refused refused) {
            return detail(id, form, staff, refused, model);
        }
    }

    private void show(Model model, RecordForm form, Staff staff, Post post, Map<String, String> errors) {
        sheet.fill(model, form, staff, post, errors);
        model.addAttribute("days", sheet.own(staff));
        model.addAttribute("seesArea", others(staff, "complaint-officer"));
        model.addAttribute("imports", others(staff, "complaint-officer", "province-officer", "evaluator"));
    }

    /** Whether a post is none of these: a link to what every post of the reader is refused would only mislead. */
    private static boolean others(Staff staff, String... roles) {
        return staff.posts().stream().anyMatch(post -> !List.of(roles).contains(post.role()));
    }

    private ModelAndView detail(
            long id, @Nullable RecordForm typed, Staff staff, @Nullable Refused refused, Model model) {
        WorkRecord record = table.find(id, Reach.of(staff), staff.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean own = table.byAuthor(id, staff.id());
        Map<String, String> errors = refused == null ? Map.of() : texts.errors(refused.reasons());
        model.addAttribute("line", sheet.line(record, null));
        model.addAttribute("record", record);
        model.addAttribute(
                "versions",
                table.versions(id).stream()
                        .map(version -> sheet.line(version, null))
                        .toList());
        model.addAttribute("own", own);
        model.addAttribute("editable", own && record.counts());
        if (own) {
            Post post = post(staff, typed == null ? null : typed.as());
            sheet.fill(model, typed == null ? RecordForm.of(record, post) : typed, staff, post, errors);
        }
        return refused == null ? new ModelAndView("service/record", model.asMap()) : refused("service/record", model);
    }

    private static Post post(Staff staff, @Nullable String group) {
        List<Post> posts = RecordSheet.recording(staff);
        return posts.stream()
                .filter(post -> post.group().equals(group))
                .findFirst()
                .or(() -> posts.stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private static ModelAndView refused(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
