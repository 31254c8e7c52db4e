package org.qipan.complaint;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.progress.Messages;
import org.qipan.worklist.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 评价 of what was answered (信访工作条例 art. 21: the petitioner rates). Of what was merged each petitioner got the answer of the one that stands
 * for all, and each rates it.
 */
@Component
class Ratings {

    private static final int BAD = 2;

    private final ComplaintTable table;
    private final Papers papers;
    private final BadGrades grades;
    private final Shredding shredding;
    private final ApplicationEventPublisher events;

    Ratings(
            ComplaintTable table,
            Papers papers,
            BadGrades grades,
            Shredding shredding,
            ApplicationEventPublisher events) {
        this.table = table;
        this.papers = papers;
        this.grades = grades;
        this.shredding = shredding;
        this.events = events;
    }

    /** Whether there is an answer; one that was revoked is none. @param standing the matter, or the one it was merged into */
    boolean answered(Complaint standing) {
        return "closed".equals(standing.state())
                || standing.verdict() != null
                        && papers.newest(standing.id(), Paper.OPINION)
                                .filter(paper -> paper.served() != null)
                                .isPresent();
    }

    void rate(UUID id, int grade, Set<String> why, @Nullable String text) {
        Complaint own = table.lock(id);
        Complaint standing = standing(own);
        if (grade < 1 || grade > 5) {
            throw Refused.at("grade", "complaint.refused.empty");
        }
        if (own.grade() != null || !answered(standing)) {
            throw new Refused("complaint.refused.rated");
        }
        table.grade(id, grade);
        events.publishEvent(new MatterRated(id));
        if (grade <= BAD) {
            shredding.refuse(id);
            grades.tell(own, standing, why, text == null || text.isBlank() ? null : Messages.checked("text", text));
        }
    }

    void unhappy(UUID id, Set<String> why, @Nullable String text) {
        shredding.refuse(id);
        Complaint own = table.find(id).orElseThrow();
        grades.tell(own, standing(own), why, text);
    }

    private Complaint standing(Complaint own) {
        UUID into = own.mergedInto();
        return into == null ? own : table.find(into).orElseThrow();
    }
}
