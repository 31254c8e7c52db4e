package org.qipan.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule of who must not know of a case stands in the database in two forms; they say the same. */
class ExclusionFormsTests {

    private static final long[][] AREAS = {
        {442000007201L, 442000007201L}, {442000007000L, 442000007999L}, {442000000000L, 442099999999L}
    };
    private static final List<String> UNITS =
            List.of("442000007000", "442000007000-03", "442000007201", "442000008000");
    private static final List<UUID> PEOPLE =
            Stream.generate(UUID::randomUUID).limit(4).toList();

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Random random = new Random(7);

    @Test
    void aListAndASingleCaseAreRefusedToTheSameReaders() {
        List<UUID> cases = IntStream.range(0, 30).mapToObj(n -> openCase()).toList();
        for (int n = 0; n < 60; n++) {
            exclude(cases.get(random.nextInt(20)));
        }
        int refused = 0;
        for (UUID staff : PEOPLE) {
            for (String unit : UNITS) {
                List<UUID> listed = excluded("excluded_cases(:staff, :units, :areas) c(id)", staff, unit);
                List<UUID> single =
                        excluded("case_file c where case_excluded(c.id, :staff, :units, :areas)", staff, unit);
                assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(single);
                refused += single.size();
            }
        }
        assertThat(refused).isBetween(1, PEOPLE.size() * UNITS.size() * 20);
    }

    private List<UUID> excluded(String from, UUID staff, String unit) {
        return jdbc.sql("select c.id from " + from)
                .param("staff", staff)
                .param("units", new String[] {unit})
                .param("areas", new Long[] {Long.valueOf(unit.substring(0, 12))})
                .query(UUID.class)
                .list();
    }

    private UUID openCase() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into case_file (id, kind, title, unit, area, owner_area, started_by, opened)"
                        + " values (?, 'campaign', '活动', '442000007000', 442000007000, 442000000000, ?, now())")
                .params(id, id)
                .update();
        return id;
    }

    private void exclude(UUID caseId) {
        long[] area = AREAS[random.nextInt(AREAS.length)];
        var row = jdbc.sql(
                switch (random.nextInt(3)) {
                    case 0 -> "insert into case_exclusion (case_id, staff, at) values (:case, :staff, now())";
                    case 1 -> "insert into case_exclusion (case_id, unit, at) values (:case, :unit, now())";
                    default ->
                        "insert into case_exclusion (case_id, area_from, area_to, at) values (:case, :from, :to, now())";
                });
        row.param("case", caseId)
                .param("staff", PEOPLE.get(random.nextInt(PEOPLE.size())))
                .param("unit", UNITS.get(random.nextInt(UNITS.size())))
                .param("from", area[0])
                .param("to", area[1])
                .update();
    }
}
