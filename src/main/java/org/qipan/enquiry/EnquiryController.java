package org.qipan.enquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Duty;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitPicker;
import org.qipan.enquiry.EnquirySight.Matter;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enquiries of a matter for the side that asks, and one letter for the side that is asked. */
@Controller
class EnquiryController {

    private final CurrentStaff current;
    private final EnquirySight sight;
    private final EnquiryTable table;
    private final Enquiries enquiries;
    private final EnquiryWork work;
    private final EnquiryPages pages;
    private final UnitPicker picker;
    private final Limits limits;
    private final Once once;
    private final Texts texts;

    EnquiryController(
            CurrentStaff current,
            EnquirySight sight,
            EnquiryTable table,
            Enquiries enquiries,
            EnquiryWork work,
            EnquiryPages pages,
            UnitPicker picker,
            Limits limits,
            Once once,
            Texts texts) {
        this.current = current;
        this.sight = sight;
        this.table = table;
        this.enquiries = enquiries;
        this.work = work;
        this.pages = pages;
        this.picker = picker;
        this.limits = limits;
        this.once = once;
        this.texts = texts;
    }

    static String url(UUID matter) {
        return "/complaints/" + matter + "/enquiries";
    }

    /** Where the side that asked reads one. By its place in the list: nothing outside the table joins a letter to its matter. */
    static String url(UUID matter, int place) {
        return url(matter) + "#letter-" + place;
    }

    @GetMapping("/complaints/{id}/enquiries")
    ModelAndView list(@PathVariable UUID id) {
        Staff staff = current.get();
        return pages.list(matter(id, staff), staff, EnquiryForm.EMPTY, null);
    }

    @PostMapping("/complaints/{id}/enquiries")
    ModelAndView send(
            @PathVariable UUID id,
            @ModelAttribute EnquiryForm form,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff staff = current.get();
        Matter matter = matter(id, staff);
        String url = url(id);
        try {
            String hindrance = enquiries.hindrance(matter, staff);
            if (hindrance != null) {
                throw new Refused(hindrance);
            }
            Whom whom = complete(form);
            // Else names could be tried out, one after the other.
            if (!limits.allows(Limit.ENQUIRIES_OF_MATTER, id.toString())) {
                throw new Refused("enquiry.refused.often");
            }
            if (enquiries.givesAway(matter, form.text(), whom.asked(), staff)) {
                throw Refused.at("question", "enquiry.refused.givesAway");
            }
            Duty duty = "head".equals(form.duty()) ? Duty.HEAD : Duty.WORKER;
            once.run(idempotencyKey, staff.id(), "POST " + url, Once.hash(parameters), () -> {
                enquiries.send(matter, whom.asked(), duty, form.text(), whom.until(), staff);
                return url;
            });
            return texts.to(url, flash, "enquiry.notice.sent");
        } catch (Once.KeyReused e) {
            return pages.list(matter, staff, form, new Refused("task.refused.key"));
        } catch (Refused e) {
            return pages.list(matter, staff, form, e);
        }
    }

    /** The letter as its receiver reads it, also after he answered. */
    @GetMapping("/enquiries/{id}")
    String letter(@PathVariable UUID id, Model model) {
        if (!work.visible(id, current.get())) {
            throw new NoSuchElementException("enquiry " + id);
        }
        Enquiry enquiry = table.get(id);
        model.addAttribute("number", enquiry.number());
        model.addAttribute("enquiry", work.shown(enquiry));
        return "enquiry/show";
    }

    private Matter matter(UUID id, Staff staff) {
        return sight.matter(id, staff).orElseThrow(() -> new NoSuchElementException("complaint " + id));
    }

    private record Whom(Unit asked, LocalDate until) {}

    private Whom complete(EnquiryForm form) {
        Optional<Unit> asked =
                picker.meant(Objects.requireNonNullElse(form.unit(), "").strip(), "", null);
        LocalDate until = Fields.day(form.until());
        List<Reason> missing = new ArrayList<>();
        if (asked.isEmpty()) {
            missing.add(new Reason("unit", "enquiry.refused.unit", List.of()));
        }
        if (form.text().isEmpty() || form.text().length() > Enquiries.LONGEST) {
            missing.add(new Reason("question", "enquiry.refused.question", List.of(Enquiries.LONGEST)));
        }
        if (until == null) {
            missing.add(new Reason("until", "enquiry.refused.day", List.of()));
        }
        if (form.read() == null) {
            missing.add(new Reason("read", "enquiry.refused.unread", List.of()));
        }
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
        return new Whom(asked.orElseThrow(), Objects.requireNonNull(until));
    }
}
