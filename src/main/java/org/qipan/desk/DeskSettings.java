package org.qipan.desk;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a person wants his list ordered; remembered until he changes it. By due date unless he said otherwise. */
@Component
class DeskSettings {

    private static final String BY_DUE = "due";

    private final JdbcClient jdbc;

    DeskSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String sort(UUID staff) {
        return jdbc.sql("select sort from desk_setting where staff = :staff")
                .param("staff", staff)
                .query(String.class)
                .optional()
                .orElse(BY_DUE);
    }

    void sort(UUID staff, String asked) {
        jdbc.sql("""
                        insert into desk_setting (staff, sort) values (:staff, :sort)
                        on conflict (staff) do update set sort = excluded.sort
                        """)
                .param("staff", staff)
                .param("sort", "newest".equals(asked) ? asked : BY_DUE)
                .update();
    }
}
