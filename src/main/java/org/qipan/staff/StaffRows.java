package org.qipan.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Roles;
import org.qipan.page.Like;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of an administrator's area, and those without a post, who are nobody's yet. */
@Component
class StaffRows {

    static final int SIZE = 50;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String SELECT = """
            select s.id, s.name, s.username, s.enabled and not s.disabled_here as active, s.signed_in_at, s.disabled_at,
                array(select p.role || '@' || p.unit from staff_post p where p.staff = s.id order by p.unit, p.role) as posts,
                exists (select 1 from appointment a where a.staff = s.id) or s.leave_pending as waits
            from staff s
            where (not exists (select 1 from staff_post p where p.staff = s.id)
                or exists (select 1 from staff_post p join unit u on u.code = p.unit
                    join unnest(cast(:from as bigint[]), cast(:to as bigint[])) r (low, high) on u.area between r.low and r.high
                    where p.staff = s.id))
            """;

    private final JdbcClient jdbc;
    private final Directory directory;

    StaffRows(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /**
     * A person as the pages show him.
     *
     * @param signedIn day of the last sign-in, null if never; the time of day is nobody's business
     * @param waits whether Keycloak has not yet heard of a change
     */
    record Row(
            UUID id,
            String name,
            String username,
            boolean active,
            @Nullable LocalDate signedIn,
            @Nullable LocalDate left,
            List<Post> posts,
            List<String> titles,
            boolean waits) {

        Row titled(List<String> titles) {
            return new Row(id, name, username, active, signedIn, left, posts, titles, waits);
        }

        public boolean separated() {
            return posts.stream().anyMatch(post -> Roles.separated(post.role()));
        }
    }

    /** A page, by name. @param unit code of the unit or area, empty for all */
    List<Row> page(AdminArea area, StaffFilter filter, String unit) {
        return titled(read(area, filter, unit));
    }

    private List<Row> read(AdminArea area, StaffFilter filter, String unit) {
        AreaRange range = AreaRange.of(unit);
        LocalDate day = filter.day();
        String text = filter.q() == null ? "" : filter.q().strip();
        return jdbc.sql(SELECT + """
                         and (s.enabled and not s.disabled_here) = :active
                         and (:text = '' or s.name like :like or s.username like lower(:like))
                         and ((:unit = '' and :role = '') or exists (select 1 from staff_post p join unit u on u.code = p.unit
                            where p.staff = s.id and (:role = '' or p.role = :role) and u.area between :low and :high
                                and (:part = '' or p.unit = :part)))
                         and (cast(:since as timestamptz) is null or s.signed_in_at is null or s.signed_in_at < :since)
                         and (cast(:after as uuid) is null
                            or (s.name, s.id) > (select l.name, l.id from staff l where l.id = :after))
                        order by s.name, s.id limit
                        """ + (SIZE + 1))
                .param("from", area.from())
                .param("to", area.to())
                .param("active", !filter.gone())
                .param("text", text)
                .param("like", Like.holding(text))
                .param("unit", unit)
                .param("part", unit.contains("-") ? unit : "")
                .param("role", filter.role() == null ? "" : filter.role())
                .param("low", range.from())
                .param("high", range.to())
                .param("since", day == null ? null : day.atStartOfDay(ZONE).toOffsetDateTime())
                .param("after", filter.place())
                .query(StaffRows::row)
                .list();
    }

    Optional<Row> find(AdminArea area, UUID id) {
        return titled(jdbc.sql(SELECT + " and s.id = :id")
                        .param("from", area.from())
                        .param("to", area.to())
                        .param("id", id)
                        .query(StaffRows::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** All units of a page are named at once. */
    private List<Row> titled(List<Row> rows) {
        Map<String, String> names = directory.names(rows.stream()
                .flatMap(row -> row.posts().stream())
                .map(Post::unit)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> row.titled(row.posts().stream()
                        .map(post -> directory.title(post, names.getOrDefault(post.unit(), post.unit())))
                        .toList()))
                .toList();
    }

    /** Whether somebody here has the name people sign in with. */
    boolean taken(String username) {
        return jdbc.sql("select exists (select 1 from staff where username = :username)")
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        List<Post> posts = Arrays.stream((String[]) row.getArray("posts").getArray())
                .map(Post::of)
                .toList();
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("username"),
                row.getBoolean("active"),
                day(row.getObject("signed_in_at", OffsetDateTime.class)),
                day(row.getObject("disabled_at", OffsetDateTime.class)),
                posts,
                List.of(),
                row.getBoolean("waits"));
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(ZONE).toLocalDate();
    }
}
