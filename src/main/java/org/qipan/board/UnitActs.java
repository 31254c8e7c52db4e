package org.qipan.board;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a reader may do with a unit's part in a stage: its head takes back what was submitted, the unit above sends back. */
@Component
class UnitActs {

    private final JdbcClient jdbc;
    private final Directory directory;

    UnitActs(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** @param item id and name of what was accepted */
    record Done(long item, String name) {}

    /**
     * @param part of the unit itself
     * @param upper part of the unit above that may send back now, null if none may
     * @param recall post in which the reader may take back, null if he may not
     * @param sendBack post in which he may send back, null if he may not
     */
    record Acts(
            long stage,
            long part,
            @Nullable Long upper,
            @Nullable Post recall,
            @Nullable Post sendBack,
            List<Done> done) {
        public boolean any() {
            return recall != null || sendBack != null;
        }
    }

    private record Part(
            long part,
            String state,
            boolean submitted,
            @Nullable Long upper,
            @Nullable String upperUnit) {}

    Optional<Acts> of(UUID campaign, long stage, String unit, Staff reader) {
        return jdbc.sql("""
                select us.id as part, us.state, us.submitted_at is not null as submitted, up.id as upper, up.unit as upper_unit
                from unit_stage us
                join campaign_stage s on s.id = us.stage and s.state = 'OPEN' and not s.paused
                join campaign_unit cu on cu.campaign = us.campaign and cu.unit = us.unit
                left join lateral (select u.id, u.unit from unit_stage u where u.stage = us.stage and u.unit = cu.upper
                    and u.state = 'open' and u.submitted_at is null order by u.round desc limit 1) up on true
                where us.campaign = :campaign and us.stage = :stage and us.unit = :unit
                order by us.round desc limit 1""")
                .param("campaign", campaign)
                .param("stage", stage)
                .param("unit", unit)
                .query(Part.class)
                .optional()
                .map(part -> acts(stage, unit, part, reader));
    }

    private Acts acts(long stage, String unit, Part part, Staff reader) {
        boolean review = part.state().equals("open") && part.submitted();
        String upper = part.upperUnit();
        boolean back = part.state().equals("accepted") && upper != null;
        List<Done> done = !back
                ? List.of()
                : jdbc.sql("""
                        select distinct i.item, ci.name, ci.no from unit_stage_item i
                        join campaign_item ci on ci.id = i.item where i.us = ? order by ci.no""")
                        .param(part.part())
                        .query((rs, n) -> new Done(rs.getLong("item"), rs.getString("name")))
                        .list();
        return new Acts(
                stage,
                part.part(),
                part.upper(),
                review ? post(reader, unit, Duty.HEAD) : null,
                done.isEmpty() || upper == null ? null : post(reader, upper, Duty.REVIEWER, Duty.WORKER, Duty.HEAD),
                done);
    }

    private @Nullable Post post(Staff reader, String unit, Duty... duties) {
        var kind = directory.unit(unit).kind();
        return Stream.of(duties)
                .flatMap(duty -> directory.roleOrWorker(kind, duty).stream())
                .map(role -> new Post(role, unit))
                .filter(reader::holds)
                .findFirst()
                .orElse(null);
    }
}
