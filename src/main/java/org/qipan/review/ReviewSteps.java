package org.qipan.review;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model calls. Running instances hold on to these names: a method that was released stays. */
@Component("reviewSteps")
public class ReviewSteps {

    private final ReviewTable table;

    ReviewSteps(ReviewTable table) {
        this.table = table;
    }

    public void closed(String review) {
        table.close(UUID.fromString(review), "closed");
    }

    public void withdrawn(String review) {
        table.close(UUID.fromString(review), "withdrawn");
    }
}
