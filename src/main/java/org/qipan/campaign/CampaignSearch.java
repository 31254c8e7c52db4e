package org.qipan.campaign;

import java.util.List;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Staff;
import org.qipan.worklist.CaseSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns by name or number. */
@Component
class CampaignSearch implements CaseSearch {

    private final JdbcClient jdbc;
    private final Exclusions exclusions;

    CampaignSearch(JdbcClient jdbc, Exclusions exclusions) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
    }

    @Override
    public List<Found> find(String text, Staff reader, int limit) {
        Exclusions.Reader excluded = exclusions.reader(reader);
        return jdbc.sql("""
                select 'campaign' as kind, c.name as title, f.number, '/campaigns/' || c.id as url
                from campaign c join case_file f on f.id = c.id
                where (strpos(lower(c.name), lower(:text)) > 0 or strpos(f.number, :text) > 0)
                    and not case_excluded(c.id, :staff, :exUnits, :exAreas) and %s
                order by c.created_at desc, c.id limit :limit""".formatted(CampaignAccess.VISIBLE))
                .param("text", text)
                .param("staff", excluded.staff())
                .param("exUnits", excluded.units())
                .param("exAreas", excluded.areas())
                .param("units", CampaignAccess.units(reader))
                .param("reader", reader.id())
                .param("subtrees", CampaignAccess.subtrees(reader))
                .param("limit", limit)
                .query(Found.class)
                .list();
    }
}
