package org.qipan.task;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last few remarks with which a person returned something, to be used again: what one village lacks, others often lack, too. */
@Component
class Remarks {

    private static final int KEPT = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Remarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    List<String> of(UUID staff) {
        return jdbc.sql("select remark from return_remark where staff = :staff order by at desc, remark limit " + KEPT)
                .param("staff", staff)
                .query(String.class)
                .list();
    }

    void keep(UUID staff, Collection<String> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into return_remark (staff, remark, at) select distinct :staff, remark, :at from unnest(:remarks) given(remark)
                        on conflict (staff, remark) do update set at = excluded.at
                        """)
                .param("staff", staff)
                .param("at", OffsetDateTime.now(clock))
                .param("remarks", remarks.toArray(String[]::new))
                .update();
        jdbc.sql("delete from return_remark where staff = :staff and remark <> all (:kept)")
                .param("staff", staff)
                .param("kept", of(staff).toArray(String[]::new))
                .update();
    }
}
