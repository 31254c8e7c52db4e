package org.qipan.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Campaigns as other modules may read them. Drafts are nobody else's business. */
@Service
public class BegunCampaigns {

    private static final int MOST = 50;
    /** The kind of work record by which a plan asks for model cases. */
    private static final String MODEL_CASE = "model-case";

    private static final String CAMPAIGN = """
            select c.id, c.name, c.unit, c.starts, c.ends, (c.created_at at time zone 'Asia/Shanghai')::date as made,
                exists (select from campaign_item i where i.campaign = c.id and i.measure = :model) as cases
            from campaign c where c.state not in ('DRAFT', 'APPROVAL')
            """;

    private final JdbcClient jdbc;

    BegunCampaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A campaign whose plan is in force, or was.
     *
     * @param unit code of its owner
     * @param from first day, that of its making if it has no dates
     * @param units codes of the units that take part today
     * @param cases whether the plan asks for model cases
     */
    public record Begun(
            UUID id,
            String name,
            String unit,
            LocalDate from,
            LocalDate to,
            List<String> units,
            List<Stage> stages,
            boolean cases) {}

    /** @param closes last day */
    public record Stage(String name, LocalDate opens, LocalDate closes) {}

    private record Row(
            UUID id,
            String name,
            String unit,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            LocalDate made,
            boolean cases) {}

    public Optional<Begun> find(UUID campaign) {
        return jdbc.sql(CAMPAIGN + " and c.id = :id")
                .param("model", MODEL_CASE)
                .param("id", campaign)
                .query(Row.class)
                .optional()
                .map(this::begun);
    }

    /** Campaigns that a unit runs, or in which one of {@code units} takes part; newest first. */
    public List<Begun> of(String unit, Collection<String> units) {
        return jdbc
                .sql(CAMPAIGN + """
                     and (c.unit = :unit or exists (select from campaign_unit u where u.campaign = c.id and u.unit = any(:units)))
                    order by c.created_at desc, c.id limit :most""")
                .param("model", MODEL_CASE)
                .param("unit", unit)
                .param("units", units.toArray(String[]::new))
                .param("most", MOST)
                .query(Row.class)
                .list()
                .stream()
                .map(this::begun)
                .toList();
    }

    private Begun begun(Row row) {
        List<String> units = jdbc.sql(
                        "select unit from campaign_unit where campaign = ? and withdrawn_at is null order by unit")
                .param(row.id())
                .query(String.class)
                .list();
        List<Stage> stages = jdbc.sql("select name, opens, closes from campaign_stage where campaign = ? order by no")
                .param(row.id())
                .query(Stage.class)
                .list();
        LocalDate from = row.starts() == null ? row.made() : row.starts();
        LocalDate to = row.ends() == null ? from : row.ends();
        return new Begun(row.id(), row.name(), row.unit(), from, to, units, stages, row.cases());
    }
}
