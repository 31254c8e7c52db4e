package org.qipan.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.file.Files;
import org.qipan.vault.Safe;
import org.qipan.worklist.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 检举控告 (信访工作条例 art. 30) are kept by the discipline organ and not here: once the hand-over is proved and the petitioner was told, the
 * key of the matter is destroyed, and with it the words, the officer's words and who wrote them. What was served on him and the fact stay.
 */
@Component
class Shredding {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final Files files;
    private final Safe safe;
    private final Audit audit;
    private final Sayings sayings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shredding(
            JdbcClient jdbc,
            CaseFiles cases,
            Files files,
            Safe safe,
            Audit audit,
            Sayings sayings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.files = files;
        this.safe = safe;
        this.audit = audit;
        this.sayings = sayings;
        this.events = events;
        this.clock = clock;
    }

    /** A hand-over. @param shredded null as long as the petitioner is still to be told */
    record Handover(LocalDate onDay, String proof, @Nullable OffsetDateTime shredded) {}

    Optional<Handover> of(UUID complaint) {
        return jdbc.sql("select on_day, proof, shredded from complaint_handover where complaint = ?")
                .param(complaint)
                .query(Handover.class)
                .optional();
    }

    boolean done(UUID complaint) {
        return of(complaint).filter(one -> one.shredded() != null).isPresent();
    }

    /** Nothing is added to what was destroyed. */
    void refuse(UUID complaint) {
        if (done(complaint)) {
            throw new Refused("complaint.refused.shredded");
        }
    }

    /** False if it was handed over before. */
    boolean handedOver(UUID complaint, LocalDate on, String proof, UUID by) {
        return jdbc.sql("""
                        insert into complaint_handover (complaint, on_day, proof, by, at) values (:id, :on, :proof, :by, :at)
                        on conflict do nothing
                        """)
                        .param("id", complaint)
                        .param("on", on)
                        .param("proof", proof)
                        .param("by", by)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Destroys what is due: handed over, and closed because the petitioner was told or cannot be. */
    void due(UUID complaint) {
        int due = jdbc.sql("""
                        update complaint_handover h set shredded = :at
                        where h.complaint = :id and h.shredded is null
                            and exists (select from complaint c where c.id = h.complaint and c.closed is not null)
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("id", complaint)
                .update();
        if (due == 0) {
            return;
        }
        events.publishEvent(new MatterDestroyed(complaint));
        safe.shred(complaint);
        files.destroy(complaint);
        Said title = Said.of("complaint.title.handedOver");
        cases.retitle(complaint, title);
        jdbc.sql("update work_item set title = :title where case_id = :id")
                .param("title", sayings.office(title))
                .param("id", complaint)
                .update();
        cases.record(complaint, "complaint.shredded", null, null, null, Map.of());
        audit.record(Actor.system(), "complaint.audit.shredded", "case", complaint.toString(), Map.of());
    }
}
