package org.qipan.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether the parts of a campaign come in on time, over all units together and never by unit. */
@Service
public class Punctuality {

    private final JdbcClient jdbc;
    private final Clock clock;

    Punctuality(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Of the parts whose stage is over by its calendar.
     *
     * @param due how many there are; units that left the campaign are not counted
     * @param onTime how many of them were handed in on the last day of the stage, or the one an extension gave the unit, or before
     */
    public record Share(int due, int onTime) {

        /** Whole per cent, null if nothing has fallen due. */
        public @Nullable Integer percent() {
            return due == 0 ? null : Math.round(100f * onTime / due);
        }
    }

    public Share of(UUID campaign) {
        return jdbc.sql("""
                select count(*) as due,
                    count(*) filter (where (us.submitted_at at time zone 'Asia/Shanghai')::date
                        <= greatest(s.closes, (us.extended_to at time zone 'Asia/Shanghai' - interval '1 microsecond')::date)) as on_time
                from unit_stage us join campaign_stage s on s.id = us.stage
                where us.campaign = ? and us.state <> 'withdrawn'
                    and greatest(s.closes, (us.extended_to at time zone 'Asia/Shanghai' - interval '1 microsecond')::date) < ?""")
                .params(campaign, LocalDate.now(clock))
                .query(Share.class)
                .single();
    }
}
