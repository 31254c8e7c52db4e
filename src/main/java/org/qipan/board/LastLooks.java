package org.qipan.board;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.campaign.CampaignAccess;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When somebody last looked, and what happened since. */
@Component
class LastLooks {

    static final String ONE_PAGE = "one-page";

    private final JdbcClient jdbc;

    LastLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A campaign then and now. @param before units accepted at the last look @param now accepted units @param stopped tasks stopped since */
    record Change(UUID id, String name, int before, int now, int stopped, int joined) {}

    @Nullable
    Instant last(UUID staff, String page) {
        return jdbc.sql("select at from last_look where staff = ? and page = ?")
                .params(staff, page)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    @Transactional
    void look(UUID staff, String page, Instant at) {
        jdbc.sql("""
                insert into last_look (staff, page, at) values (?, ?, ?)
                on conflict (staff, page) do update set at = excluded.at""").params(staff, page, utc(at)).update();
    }

    /** What is new since a moment in the campaigns a person may see. */
    List<Change> changes(Staff staff, Instant since) {
        return jdbc.sql("""
                select c.id, c.name,
                    count(us.id) filter (where us.accepted_at <= :since) as before,
                    count(us.id) filter (where us.accepted_at is not null) as now,
                    (select count(*) from unit_stage_item i join unit_stage s on s.id = i.us
                     where s.campaign = c.id and i.stopped_at > :since) as stopped,
                    (select count(*) from campaign_unit cu where cu.campaign = c.id and cu.joined_at > :since) as joined
                from campaign c left join unit_stage us on us.campaign = c.id
                where c.state not in ('DRAFT', 'CANCELLED') and %s
                group by c.id
                having count(us.id) filter (where us.accepted_at > :since) > 0
                    or exists (select from campaign_unit cu where cu.campaign = c.id and cu.joined_at > :since)
                    or exists (select from unit_stage_item i join unit_stage s on s.id = i.us where s.campaign = c.id and i.stopped_at > :since)
                order by c.name""".formatted(CampaignAccess.VISIBLE))
                .param("since", utc(since))
                .param("reader", staff.id())
                .param("units", CampaignAccess.units(staff))
                .param("subtrees", CampaignAccess.subtrees(staff))
                .query(Change.class)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
