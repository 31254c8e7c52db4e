package org.qipan.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qipan.desk.Desk;
import org.qipan.desk.Desks;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** 群众在等: the open matters of the areas a leader answers for, as the register lists them. What he must not know of is in no number of it. */
@Repository
public class WaitingMatters {

    private static final int SHOWN = 5;
    private static final int CAP = 1_000;

    private final JdbcClient jdbc;
    private final Desks desks;
    private final LedgerConditions conditions;
    private final LedgerRows rows;

    WaitingMatters(JdbcClient jdbc, Desks desks, LedgerConditions conditions, LedgerRows rows) {
        this.jdbc = jdbc;
        this.desks = desks;
        this.conditions = conditions;
        this.rows = rows;
    }

    /**
     * @param open how many there are, "999+" beyond the cap; {@code openUrl} lists them
     * @param overdue how many of them missed a day; {@code overdueUrl} lists them
     * @param rows those that are late, the oldest first, then the oldest of the others
     */
    public record Waiting(String open, String openUrl, String overdue, String overdueUrl, List<LedgerRow> rows) {}

    /** Empty for whoever answers for no area. */
    public Optional<Waiting> of(Staff reader) {
        Desk desk = desks.of(reader);
        if (LedgerScope.areas(desk).isEmpty()) {
            return Optional.empty();
        }
        LedgerScope scope = LedgerScope.of(desk, "below");
        LedgerFilter open = filter("");
        LedgerFilter overdue = filter("overdue");
        List<LedgerKey> oldest = Stream.concat(oldest(scope, overdue).stream(), oldest(scope, open).stream())
                .distinct()
                .limit(SHOWN)
                .toList();
        return Optional.of(new Waiting(
                count(scope, open),
                open.url("/complaints", null),
                count(scope, overdue),
                overdue.url("/complaints", null),
                rows.of(oldest)));
    }

    private static LedgerFilter filter(String lamp) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("state", "open");
        sent.add("lamp", lamp);
        return LedgerFilter.of(sent, List.of("below"));
    }

    private List<LedgerKey> oldest(LedgerScope scope, LedgerFilter filter) {
        Map<String, Object> parameters = new LinkedHashMap<>(scope.parameters());
        return jdbc.sql("select c.received, c.id from complaint c where " + scope.whole()
                        + conditions.of(filter, parameters) + " order by c.received, c.id limit " + SHOWN)
                .params(parameters)
                .query(LedgerKey::row)
                .list();
    }

    private String count(LedgerScope scope, LedgerFilter filter) {
        Map<String, Object> parameters = new LinkedHashMap<>(scope.parameters());
        int count = jdbc.sql("select count(*) from (select from complaint c where " + scope.whole()
                        + conditions.of(filter, parameters) + " limit " + CAP + ") c")
                .params(parameters)
                .query(Integer.class)
                .single();
        return count == CAP ? (CAP - 1) + "+" : Integer.toString(count);
    }
}
