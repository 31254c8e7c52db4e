package org.qipan.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the units have not finished when a campaign is over. */
@Service
@Transactional
class OpenParts {

    private final JdbcClient jdbc;
    private final UnitStages parts;
    private final CampaignProcess process;
    private final Clock clock;

    OpenParts(JdbcClient jdbc, UnitStages parts, CampaignProcess process, Clock clock) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Takes back what is open when a campaign is over: cancelled early, or its circular signed. Each row says why, after what the unit
     * itself had said. Deepest first, so that no counter falls below what is still open.
     *
     * @return whether there may be more
     */
    boolean takeBack(UUID campaign) {
        List<Long> open = jdbc.sql("""
                        select id from unit_stage where campaign = ? and state = 'open' and open_lower = 0
                        order by id limit ? for update""")
                .params(campaign, UnitStages.CHUNK)
                .query(Long.class)
                .list();
        jdbc.sql("""
                update unit_stage us set reason = concat_ws(E'\\n', us.reason, coalesce(c.end_reason, s.close_reason))
                from campaign c, campaign_stage s
                where us.id = any(:open) and c.id = us.campaign and s.id = us.stage""").param("open", open.toArray(Long[]::new)).update();
        for (long us : open) {
            process.remove(us, "campaign over");
            parts.withdrawn(us);
        }
        jdbc.sql("update campaign_stage set state = 'CLOSED', closed_at = ? where campaign = ? and state <> 'CLOSED'")
                .params(OffsetDateTime.now(clock), campaign)
                .update();
        return !open.isEmpty();
    }
}
