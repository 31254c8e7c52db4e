package org.qipan.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.plan.PlanText;
import org.qipan.plan.PlanText.Part;
import org.qipan.plan.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Plans that were issued, as anyone may read them: units, posts and office telephones only. Practice is not published. */
@Service
public class IssuedPlans {

    private static final String SELECT = """
            select id, name, unit, starts, ends, state in ('CLOSED', 'CANCELLED') as closed from campaign c
            where not practice and exists (select from campaign_plan p where p.campaign = c.id and p.issued_at is not null)
            """;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final PlanText text;

    IssuedPlans(JdbcClient jdbc, Plans plans, PlanText text) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.text = text;
    }

    /** A campaign with an issued plan. @param unit code of its owner @param closed whether it has ended */
    public record Issued(
            UUID id,
            String name,
            String unit,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            boolean closed) {}

    /** Newest first. */
    public List<Issued> all() {
        return jdbc.sql(SELECT + " order by starts desc, id desc")
                .query(Issued.class)
                .list();
    }

    /** One of {@link #all}; empty for any other campaign. */
    public Optional<Issued> find(UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("id", id)
                .query(Issued.class)
                .optional();
    }

    /** The plan in force; empty if none was issued or the campaign is practice. */
    public List<Part> parts(UUID id) {
        return find(id).flatMap(i -> plans.issued(id))
                .map(v -> text.of(v.plan()))
                .orElse(List.of());
    }
}
