package org.qipan.enquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.directory.UnitPicker;
import org.qipan.enquiry.EnquirySight.Matter;
import org.qipan.page.Texts;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a matter's enquiries. */
@Component
class EnquiryPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EnquiryTable table;
    private final Enquiries enquiries;
    private final UnitPicker picker;
    private final Directory directory;
    private final Texts texts;

    EnquiryPages(EnquiryTable table, Enquiries enquiries, UnitPicker picker, Directory directory, Texts texts) {
        this.table = table;
        this.enquiries = enquiries;
        this.picker = picker;
        this.directory = directory;
        this.texts = texts;
    }

    /**
     * One of those that were sent.
     *
     * @param to the post that was asked
     * @param withdrawn why it was taken back, null if it was not
     * @param endable the reader may take it back
     * @param typed reason that was refused, empty as a rule
     */
    record Row(
            UUID id,
            @Nullable String number,
            String to,
            String question,
            String until,
            @Nullable String answer,
            @Nullable LocalDate answered,
            @Nullable String withdrawn,
            boolean endable,
            String typed) {}

    ModelAndView list(Matter matter, Staff staff, EnquiryForm form, @Nullable Refused refused) {
        return list(matter, staff, form, refused, null, "");
    }

    /** @param letter whose withdrawal was refused, with what was {@code typed} */
    ModelAndView list(
            Matter matter,
            Staff staff,
            EnquiryForm form,
            @Nullable Refused refused,
            @Nullable UUID letter,
            String typed) {
        ModelAndView page =
                new ModelAndView("enquiry/list", refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        List<Row> rows = table.of(matter.id()).stream()
                .map(one -> row(one, staff, one.id().equals(letter) ? typed : ""))
                .toList();
        page.addObject("matter", matter);
        page.addObject("rows", rows);
        page.addObject("hindrance", enquiries.hindrance(matter, staff));
        page.addObject("form", form);
        page.addObject("label", picker.label(form.unit()));
        page.addObject("errors", refused == null ? Map.of() : refused.byField(texts));
        return page;
    }

    private Row row(Enquiry enquiry, Staff staff, String typed) {
        Instant answered = enquiry.answered();
        return new Row(
                enquiry.id(),
                enquiry.number(),
                directory.title(enquiry.to()),
                enquiry.question(),
                Deadlines.lastDay(enquiry.due()).toString(),
                enquiry.answer(),
                answered == null ? null : LocalDate.ofInstant(answered, ZONE),
                enquiry.withdrawn(),
                Withdrawals.may(enquiry, staff),
                typed);
    }
}
