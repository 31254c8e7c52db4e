package org.qipan.review;

import java.util.UUID;
import org.qipan.complaint.LastWord;
import org.springframework.stereotype.Component;

/** An opinion that a final review had written anew is not looked at again (信访工作条例 art. 36), so it must not promise that. */
@Component
class FinalWord implements LastWord {

    private final ReviewTable table;
    private final ReviewRights rights;

    FinalWord(ReviewTable table, ReviewRights rights) {
        this.table = table;
        this.rights = rights;
    }

    @Override
    public boolean said(UUID complaint, long paper) {
        return rights.ended(
                table.of(complaint).stream()
                        .filter(review -> before(review, paper))
                        .toList(),
                paper);
    }

    private static boolean before(Review review, long opinion) {
        Long paper = review.paper();
        return paper != null && paper < opinion;
    }
}
