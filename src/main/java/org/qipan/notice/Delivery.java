package org.qipan.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.qipan.channel.Channels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How notices get through, for whoever looks after the machinery. */
@Component
public class Delivery {

    private static final Duration LATE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Clock clock;

    Delivery(JdbcClient jdbc, Channels channels, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * What does not get through.
     *
     * @param configured whether this installation has a channel at all
     * @param dead messages nobody tries to send any more
     * @param late messages that wait longer than a quarter of an hour though people may be disturbed
     * @param danger how many of both are about danger to life
     */
    public record Standing(boolean configured, long dead, long late, long danger) {}

    public Standing standing() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'dead') as dead, count(*) filter (where state = 'waiting') as late,
                            count(*) filter (where kind = 'danger') as danger
                        from outbox where state = 'dead' or (state = 'waiting' and made < :late and reason is distinct from 'quiet')
                        """)
                .param("late", OffsetDateTime.now(clock).minus(LATE))
                .query((row, n) ->
                        new Standing(!channels.none(), row.getLong("dead"), row.getLong("late"), row.getLong("danger")))
                .single();
    }
}
