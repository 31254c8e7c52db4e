package org.qipan.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.complaint.Answered;
import org.qipan.complaint.AnsweredMatters;
import org.qipan.complaint.Reopening;
import org.qipan.complaint.Typed;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.qipan.worklist.Copies;
import org.springframework.stereotype.Component;

/** 送达 of what was decided: to the petitioner by the reviewing unit, and to the desk of the matter for reading. */
@Component
class ReviewResult {

    private final AnsweredMatters matters;
    private final Reopening reopening;
    private final CaseFiles cases;
    private final Copies copies;

    ReviewResult(AnsweredMatters matters, Reopening reopening, CaseFiles cases, Copies copies) {
        this.matters = matters;
        this.reopening = reopening;
        this.cases = cases;
        this.copies = copies;
    }

    Map<String, Object> served(Review review, Typed typed, Staff by, Post as) {
        LocalDate on = matters.serve(review.complaint(), Objects.requireNonNull(review.paper()), typed);
        Ruling ruling = Objects.requireNonNull(review.ruling());
        cases.record(
                review.complaint(),
                "complaint.served",
                by.id(),
                as,
                null,
                Map.of("how", Said.of("complaint.how." + typed.choice("how")), "on", on.toString()));
        if (ruling != Ruling.DECLINED) {
            tell(review, ruling);
        }
        if (ruling.quashes()) {
            reopening.of(review.complaint(), by, as);
        }
        return Map.of();
    }

    /** Its desk reads what became of the answer; what was revoked or changed lies at the handling unit again. */
    private void tell(Review review, Ruling ruling) {
        Answered matter = matters.find(review.complaint());
        Said subject =
                Said.both(Said.of("review.step." + review.level().number()), Said.of("review.told." + ruling.key()));
        copies.tell(review.complaint(), subject, "review", ReceivingDesk.officer(matter.desk()));
    }
}
