package org.qipan.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns side by side, each with how far its stages are. */
@Component
public class CampaignLists {

    private static final String LATEST = """
            (select distinct on (stage, unit) stage, unit, state from unit_stage
             where campaign = c.id order by stage, unit, round desc)""";

    private final JdbcClient jdbc;
    private final CampaignAccess access;

    CampaignLists(JdbcClient jdbc, CampaignAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * A campaign in a list.
     *
     * @param expected units with work in a stage that is open
     * @param done those of them that were accepted
     */
    public record Row(
            UUID id,
            String name,
            String unit,
            String state,
            boolean practice,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String stages,
            int expected,
            int done) {

        public boolean running() {
            return state.equals("RUNNING");
        }

        public String stateKey() {
            return state.toLowerCase(java.util.Locale.ROOT);
        }

        public int percent() {
            return expected == 0 ? 0 : done * 100 / expected;
        }
    }

    public List<Row> all(Staff staff) {
        return rows(staff, "true");
    }

    /** Those under way, for fragment {@code campaign/_running :: running(campaigns)}. */
    public List<Row> running(Staff staff) {
        return rows(staff, "c.state in ('RUNNING', 'REPORTING', 'ACCEPTANCE', 'CIRCULAR')");
    }

    private List<Row> rows(Staff staff, String which) {
        return jdbc
                .sql("""
                select c.id, c.name, c.unit, c.state, c.practice, c.starts, c.ends,
                    (select string_agg(s.name, '、' order by s.no) from campaign_stage s where s.campaign = c.id and s.state = 'OPEN') as stages,
                    (select count(*) from %1$s l join campaign_stage s on s.id = l.stage where s.state = 'OPEN' and l.state <> 'withdrawn') as expected,
                    (select count(*) from %1$s l join campaign_stage s on s.id = l.stage where s.state = 'OPEN' and l.state = 'accepted') as done
                from campaign c
                where %2$s and %3$s
                order by c.state in ('CLOSED', 'CANCELLED'), c.created_at desc, c.id
                limit 100""".formatted(LATEST, which, CampaignAccess.VISIBLE))
                .param("reader", staff.id())
                .param("units", CampaignAccess.units(staff))
                .param("subtrees", CampaignAccess.subtrees(staff))
                .query(Row.class)
                .list()
                .stream()
                .map(r -> new Row(
                        r.id(),
                        r.name(),
                        access.name(r.unit()),
                        r.state(),
                        r.practice(),
                        r.starts(),
                        r.ends(),
                        r.stages(),
                        r.expected(),
                        r.done()))
                .toList();
    }
}
