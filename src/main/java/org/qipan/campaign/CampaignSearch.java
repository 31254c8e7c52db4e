package org.qipan.campaign;

import java.util.List;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns by name or number. */
@Component
class CampaignSearch implements CaseSearch {

    private final JdbcClient jdbc;

    CampaignSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> find(String text, Staff reader, int limit) {
        return jdbc.sql("""
                select 'campaign' as kind, c.name as title, f.number, '/campaigns/' || c.id as url
                from campaign c join case_file f on f.id = c.id
                where (strpos(lower(c.name), lower(:text)) > 0 or strpos(f.number, :text) > 0)
                    and %s
                order by c.created_at desc, c.id limit :limit""".formatted(CampaignAccess.VISIBLE))
                .param("text", text)
                .param("units", CampaignAccess.units(reader))
                .param("reader", reader.id())
                .param("subtrees", CampaignAccess.subtrees(reader))
                .param("limit", limit)
                .query(Found.class)
                .list();
    }
}
