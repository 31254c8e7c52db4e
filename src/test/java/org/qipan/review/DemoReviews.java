package org.qipan.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.qipan.campaign.DemoActs;

/** 复查 and 复核 of the demo, of what was asked for last about a matter. */
public class DemoReviews {

    private final Reviews reviews;
    private final ReviewTable table;
    private final DemoActs acts;

    DemoReviews(Reviews reviews, ReviewTable table, DemoActs acts) {
        this.reviews = reviews;
        this.table = table;
        this.acts = acts;
    }

    public void ask(UUID matter, String reason) {
        reviews.ask(matter, reason);
    }

    public void accept(UUID matter, String digest) {
        acts.does(last(matter), ReviewProcess.RECEIVE, "decision", "accepted", "digest", digest);
    }

    public void heard(UUID matter, LocalDate on) {
        acts.does(
                last(matter),
                ReviewProcess.EXAMINE,
                "decision",
                "hearing",
                "hearingFrom",
                on.toString(),
                "hearingTo",
                on.toString());
    }

    public void examine(UUID matter, String ruling, String facts, String opinion) {
        acts.does(
                last(matter),
                ReviewProcess.EXAMINE,
                "decision",
                "opinion",
                "ruling",
                ruling,
                "facts",
                facts,
                "opinion",
                opinion,
                "basis",
                "《信访工作条例》第三十五条、第三十六条");
    }

    public void sign(UUID matter) {
        acts.does(last(matter), ReviewProcess.SIGN, "decision", "signed");
    }

    public void serve(UUID matter, LocalDate on) {
        acts.does(last(matter), ReviewProcess.SERVE, "how", "electronic", "servedOn", on.toString(), "proof", "");
    }

    private UUID last(UUID matter) {
        List<Review> all = table.of(matter);
        return all.get(all.size() - 1).id();
    }
}
