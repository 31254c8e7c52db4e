package org.qipan.complaint;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.course.ComplaintClocks;
import org.qipan.course.Route;
import org.qipan.course.Stops;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.Pause;
import org.qipan.filing.Mode;
import org.qipan.worklist.ItemClocks;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the clock of whoever handles a matter stand still, for capabilities above that know why. The clocks of routing, of the notice and of
 * objections never do: the petitioner is told in time whatever happens (信访工作条例 arts. 22, 23).
 */
@Component
@Transactional
public class Standstill {

    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final Stops stops;
    private final ItemClocks items;
    private final Deadlines deadlines;

    Standstill(ComplaintTable table, ComplaintClocks clocks, Stops stops, ItemClocks items, Deadlines deadlines) {
        this.table = table;
        this.clocks = clocks;
        this.stops = stops;
        this.items = items;
        this.deadlines = deadlines;
    }

    /**
     * What must be known of a matter.
     *
     * @param handling it lies with whoever handles it, and its clock runs or stands still
     * @param petition it runs by art. 31 (6)
     * @param sealed anonymous, or an accusation
     * @param lead unit that handles it
     * @param started when its clock began, null without one
     */
    public record Matter(
            UUID id,
            boolean handling,
            boolean petition,
            boolean sealed,
            boolean standing,
            @Nullable String lead,
            @Nullable Instant started) {}

    /** Whether this is the task of whoever handles a matter. */
    public static boolean handles(WorkItem item) {
        return item.process().equals(ComplaintProcess.COMPLAINT) && item.key().equals(ComplaintProcess.HANDLE);
    }

    /** The matter; of two who act on it one comes second. */
    public Matter lock(UUID id) {
        return matter(table.lock(id));
    }

    @Transactional(readOnly = true)
    public Matter find(UUID id) {
        return matter(table.find(id).orElseThrow());
    }

    /** It stands still until {@link #resume}. @return false where no clock runs, or it stands already */
    public boolean stop(UUID id, Instant from) {
        Optional<ComplaintClocks.Running> clock = running(table.lock(id)).filter(one -> !one.stopped());
        clock.ifPresent(one -> {
            stops.begin(one.id(), from);
            items.stop(id.toString(), ComplaintProcess.HANDLE);
        });
        return clock.isPresent();
    }

    /** It goes on with the days it had left. @return its end now, empty where none stands */
    public Optional<Instant> resume(UUID id, Instant at) {
        return running(table.lock(id))
                .filter(ComplaintClocks.Running::stopped)
                .map(one -> move(id, one, stops.end(one.id(), at)));
    }

    /** Leaves days out that are over. @return its end now, empty where none runs, or some of these days are left out already */
    public Optional<Instant> leaveOut(UUID id, Pause pause) {
        return running(table.lock(id))
                .filter(one -> stops.free(one.id(), pause))
                .map(one -> {
                    stops.add(one.id(), pause);
                    return move(id, one, pause);
                });
    }

    private Instant move(UUID id, ComplaintClocks.Running one, Pause pause) {
        Instant due = deadlines.after(pause, one.rule(), one.started(), one.due());
        stops.move(one.id(), due);
        items.move(id.toString(), ComplaintProcess.HANDLE, due);
        return due;
    }

    private Optional<ComplaintClocks.Running> running(Complaint complaint) {
        Route route = complaint.route();
        return route == null || route.rule() == null ? Optional.empty() : clocks.running(complaint.id(), route.rule());
    }

    private Matter matter(Complaint complaint) {
        Optional<ComplaintClocks.Running> clock = running(complaint);
        return new Matter(
                complaint.id(),
                complaint.state().equals("handling") && clock.isPresent(),
                complaint.route() == Route.PETITION,
                complaint.sealed() || complaint.mode() == Mode.ANONYMOUS,
                clock.map(ComplaintClocks.Running::stopped).orElse(false),
                complaint.lead(),
                clock.map(ComplaintClocks.Running::started).orElse(null));
    }
}
