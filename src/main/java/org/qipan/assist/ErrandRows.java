package org.qipan.assist;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.directory.Roles;
import org.qipan.worklist.WorkItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code errand}. */
@Repository
class ErrandRows {

    private final JdbcClient jdbc;
    private final CaseTexts texts;

    ErrandRows(JdbcClient jdbc, CaseTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Somebody who may be asked. */
    record Person(UUID id, String name) {}

    /** What is said about an errand besides who does it for whom. */
    record Asked(@Nullable String note, OffsetDateTime at) {}

    /** Everybody with a post at the unit who may know of the case; administrators do no work of cases. */
    List<Person> candidates(String unit, UUID caseId, UUID asker) {
        return jdbc.sql("""
                        select distinct s.id, s.name from staff_post p
                        join staff s on s.id = p.staff and s.enabled and not s.disabled_here
                        where p.unit = :unit and s.id <> :asker and not case_excluded(:case, s.id)
                            and not exists (select 1 from staff_post q where q.staff = s.id and q.role = any(:separated))
                        order by s.name, s.id
                        """)
                .param("unit", unit)
                .param("asker", asker)
                .param("case", caseId)
                .param("separated", Roles.SEPARATED.toArray(String[]::new))
                .query(Person.class)
                .list();
    }

    void insert(WorkItem item, UUID asker, UUID doer, @Nullable String note, OffsetDateTime at) {
        jdbc.sql("insert into errand (item, asker, doer, note, at) values (:item, :asker, :doer, :note, :at)")
                .param("item", item.id())
                .param("asker", asker)
                .param("doer", doer)
                .param("note", texts.keepAny(item.caseId(), note))
                .param("at", at)
                .update();
    }

    /** Ends the one that is open, if there is one. @param by null if nobody ended it @param how {@code back}, {@code withdrawn} or {@code over} */
    void end(WorkItem item, @Nullable UUID by, String how, @Nullable String reason, OffsetDateTime at) {
        jdbc.sql("""
                        update errand set ended_at = :at, ended_by = cast(:by as uuid), ended = :how, reason = :reason
                        where item = :item and ended_at is null
                        """)
                .param("at", at)
                .param("by", by)
                .param("how", how)
                .param("reason", texts.keepAny(item.caseId(), reason))
                .param("item", item.id())
                .update();
    }

    @Transactional
    Optional<Asked> asked(long item) {
        return jdbc.sql("select case_id, note, at from open_errand where item = :item")
                .param("item", item)
                .query((row, n) -> new Asked(
                        texts.readAny(row.getObject("case_id", UUID.class), row.getString("note")),
                        row.getObject("at", OffsetDateTime.class)))
                .optional();
    }

    boolean opened(long item, UUID doer) {
        return jdbc.sql("select exists (select 1 from item_seen where item = :item and staff = :doer)")
                .param("item", item)
                .param("doer", doer)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the index of open errands as small as the work that is open; what a closed item leaves counts for nothing meanwhile. */
    @Scheduled(cron = "0 47 3 * * *", zone = "Asia/Shanghai")
    void tidy() {
        jdbc.sql("""
                        update errand e set ended_at = coalesce(w.closed, e.at), ended = 'over'
                        from work_item w where w.id = e.item and w.state <> 'open' and e.ended_at is null
                        """).update();
    }
}
