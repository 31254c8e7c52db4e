package org.qipan.directory;

import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by name. Names are compared here: one that somebody wrote in confidence stands in no statement. */
@Component
public class Namesakes {

    private final JdbcClient jdbc;

    Namesakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody of such a name, with a post or without, enabled or not: who is away today may be back tomorrow. */
    public Set<UUID> of(Predicate<String> name) {
        Set<UUID> found = new HashSet<>();
        jdbc.sql("select id, name from staff").query((ResultSet row) -> {
            if (name.test(row.getString("name"))) {
                found.add(row.getObject("id", UUID.class));
            }
        });
        return found;
    }
}
