package org.qipan.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads units as they are named on a day. */
@Service
class Units {

    private static final String SELECT = """
            select u.code, n.name, u.kind, u.parent, u.area, u.valid_from, u.valid_to
            from unit u
            join unit_name n on n.unit = u.code
                and n.valid_from <= :day and (n.valid_to is null or n.valid_to > :day)
            """;
    private static final String EXISTS = " and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)";
    private static final String BELOW = "u.kind in ('department', 'institution')";

    private final JdbcClient jdbc;
    private final Clock clock;

    Units(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The unit under today's name, also when it no longer exists: old cases still name it. */
    Optional<Unit> find(String code) {
        return on(code, today());
    }

    Optional<Unit> on(String code, LocalDate day) {
        return jdbc.sql(SELECT + " where u.code = :code")
                .param("day", day)
                .param("code", code)
                .query(Units::unit)
                .optional();
    }

    /** The unit a unit belongs to; empty at the top. */
    Optional<Unit> upper(String code) {
        return jdbc.sql(SELECT + " join unit l on l.parent = u.code where l.code = :code")
                .param("day", today())
                .param("code", code)
                .query(Units::unit)
                .optional();
    }

    /** As {@link #find}, for several at once; a code that is not known has no unit. */
    List<Unit> all(Collection<String> codes) {
        return jdbc.sql(SELECT + " where u.code = any (:codes)")
                .param("day", today())
                .param("codes", codes.toArray(String[]::new))
                .query(Units::unit)
                .list();
    }

    List<Unit> lower(String code) {
        return below(code, " and not " + BELOW);
    }

    List<Unit> departments(String code) {
        return below(code, " and " + BELOW);
    }

    private List<Unit> below(String code, String kinds) {
        String of = code.isEmpty() ? " where u.parent is null" : " where u.parent = :code";
        var query = jdbc.sql(SELECT + of + kinds + EXISTS + " order by u.code").param("day", today());
        return (code.isEmpty() ? query : query.param("code", code))
                .query(Units::unit)
                .list();
    }

    /** From the province down to the unit itself. */
    List<Unit> path(String code) {
        return jdbc.sql("with recursive up (code, parent, depth) as ("
                        + " select code, parent, 0 from unit where code = :code"
                        + " union all select p.code, p.parent, up.depth + 1 from unit p join up on p.code = up.parent) "
                        + SELECT + " join up on up.code = u.code order by up.depth desc")
                .param("day", today())
                .param("code", code)
                .query(Units::unit)
                .list();
    }

    long ownerArea(String code) {
        AreaRange own = AreaRange.of(code);
        return jdbc.sql("""
                        select area from unit
                        where code in (:county, :prefecture, :province) and kind in ('county', 'prefecture', 'province')
                        order by length(rtrim(code, '0')) desc limit 1
                        """)
                .param("county", code(own.from() / 1_000_000 * 1_000_000))
                .param("prefecture", code(own.from() / 100_000_000 * 100_000_000))
                .param("province", code(own.from() / 10_000_000_000L * 10_000_000_000L))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no such area: " + code));
    }

    private static String code(long area) {
        return String.format("%012d", area);
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                row.getString("parent"),
                row.getLong("area"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    /** A name and the days it held. */
    record Named(
            String name,
            String official,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Every name the unit had or will have, newest first. */
    List<Named> names(String code) {
        return jdbc.sql(
                        "select name, official, valid_from, valid_to from unit_name where unit = :code order by valid_from desc")
                .param("code", code)
                .query((row, number) -> new Named(
                        row.getString("name"),
                        row.getString("official"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** What became of a unit, or what it came from. */
    record Succession(String from, String fromName, String to, String toName, String kind, LocalDate at) {}

    List<Succession> successions(String code) {
        return jdbc.sql("""
                        select s.from_unit, f.name as from_name, s.to_unit, t.name as to_name, s.kind, s.at
                        from unit_succession s
                        join lateral (select name from unit_name where unit = s.from_unit order by valid_from desc limit 1) f on true
                        join lateral (select name from unit_name where unit = s.to_unit order by valid_from desc limit 1) t on true
                        where s.from_unit = :code or s.to_unit = :code
                        order by s.at desc
                        """)
                .param("code", code)
                .query((row, number) -> new Succession(
                        row.getString("from_unit"),
                        row.getString("from_name"),
                        row.getString("to_unit"),
                        row.getString("to_name"),
                        row.getString("kind"),
                        row.getObject("at", LocalDate.class)))
                .list();
    }
}
