package org.qipan.reveal;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often identities were asked for, allowed and looked at: published, so that everybody sees that it is rare. */
@Component
public class RevealYears {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    RevealYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Requests of one year in the whole installation.
     *
     * @param looks how often somebody looked after it was allowed
     */
    public record Figures(long asked, long granted, long refused, long looks) {}

    public Figures of(int year) {
        return jdbc.sql("""
                        select count(*) as asked, count(*) filter (where state = 'granted') as granted,
                               count(*) filter (where state = 'refused') as refused, coalesce(sum(looks), 0) as looks
                        from reveal where asked_at >= :from and asked_at < :to
                        """)
                .param("from", start(year))
                .param("to", start(year + 1))
                .query(Figures.class)
                .single();
    }

    private static java.time.OffsetDateTime start(int year) {
        return ZonedDateTime.of(year, 1, 1, 0, 0, 0, 0, ZONE).toOffsetDateTime();
    }
}
