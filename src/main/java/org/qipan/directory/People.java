package org.qipan.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads staff and the posts they hold. */
@Service
class People {

    private static final String SELECT = """
            select s.id, s.username, s.name, s.enabled and not s.disabled_here as enabled, p.role, p.unit
            from staff s
            left join staff_post p on p.staff = s.id
            """;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Staff> find(UUID id) {
        return read(jdbc.sql(SELECT + " where s.id = :id order by p.unit, p.role")
                        .param("id", id))
                .stream()
                .findFirst();
    }

    List<Staff> holders(Post post) {
        return read(jdbc.sql(SELECT + """
                         where s.enabled and not s.disabled_here
                           and s.id in (select staff from staff_post where unit = :unit and role = :role)
                        order by s.name, s.id, p.unit, p.role
                        """).param("unit", post.unit()).param("role", post.role()));
    }

    /** A post of a unit with those who hold it. */
    record Held(Post post, List<Staff> holders) {}

    /** Every post the realm knows at a unit; nobody may hold it. */
    List<Held> posts(String unit) {
        return jdbc
                .sql("select role from post where unit = :unit order by role")
                .param("unit", unit)
                .query(String.class)
                .list()
                .stream()
                .map(role -> new Post(role, unit))
                .map(post -> new Held(post, holders(post)))
                .toList();
    }

    private static List<Staff> read(JdbcClient.StatementSpec query) {
        Map<UUID, Staff> staff = new LinkedHashMap<>();
        query.query((ResultSet row) -> add(row, staff));
        return staff.values().stream()
                .map(s -> new Staff(s.id(), s.username(), s.name(), s.enabled(), List.copyOf(s.posts())))
                .toList();
    }

    private static void add(ResultSet row, Map<UUID, Staff> staff) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Staff one = staff.get(id);
        if (one == null) {
            one = new Staff(
                    id, row.getString("username"), row.getString("name"), row.getBoolean("enabled"), new ArrayList<>());
            staff.put(id, one);
        }
        String role = row.getString("role");
        if (role != null) {
            one.posts().add(new Post(role, row.getString("unit")));
        }
    }
}
