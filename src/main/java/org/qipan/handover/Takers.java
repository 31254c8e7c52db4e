package org.qipan.handover;

import java.util.List;
import java.util.UUID;
import org.qipan.directory.Roles;
import org.qipan.staff.AdminArea;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From what is typed to the person meant: 「李四 lisi」, the name people sign in with, or a name only one has. */
@Component
class Takers {

    private static final int OFFERED = 300;

    private static final String OF_AREA = """
            from staff s where s.enabled and not s.disabled_here
                and (not exists (select 1 from staff_post p where p.staff = s.id)
                    or exists (select 1 from staff_post p join unit u on u.code = p.unit
                        join unnest(cast(:from as bigint[]), cast(:to as bigint[])) r (low, high) on u.area between r.low and r.high
                        where p.staff = s.id))
                and not exists (select 1 from staff_post p where p.staff = s.id and p.role = any (:separated))
            """;

    private final JdbcClient jdbc;

    Takers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody meant; exactly one if what was typed is clear. */
    List<UUID> meant(String typed, AdminArea area) {
        String last = typed.substring(typed.lastIndexOf(' ') + 1);
        List<UUID> byUsername = sql("select s.id " + OF_AREA + " and s.username = lower(:typed)", area)
                .param("typed", last)
                .query(UUID.class)
                .list();
        return byUsername.isEmpty()
                ? sql("select s.id " + OF_AREA + " and s.name = :typed limit 2", area)
                        .param("typed", typed)
                        .query(UUID.class)
                        .list()
                : byUsername;
    }

    /** What a field suggests. */
    List<String> offered(AdminArea area) {
        return sql("select s.name || ' ' || s.username " + OF_AREA + " order by s.name, s.id limit " + OFFERED, area)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec sql(String sql, AdminArea area) {
        return jdbc.sql(sql)
                .param("from", area.from())
                .param("to", area.to())
                .param("separated", Roles.SEPARATED.toArray(String[]::new));
    }
}
