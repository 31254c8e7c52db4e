package org.qipan.staff;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether somebody outside the IT office watches over the administrators. An installation without an audit administrator has nobody who
 * reads the audit, and one whose only audit administrator sits with the system administrator has nobody either.
 */
@Component
class AuditPost {

    private final JdbcClient jdbc;

    AuditPost(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code MISSING}: nobody holds the post; {@code INSIDE}: all who do sit where a system administrator does. */
    enum State {
        MISSING,
        INSIDE,
        NAMED
    }

    State state(AdminArea area) {
        List<String> units = units(PostRules.AUDIT, area);
        if (units.isEmpty()) {
            return State.MISSING;
        }
        return units(PostRules.SYSTEM, area).containsAll(units) ? State.INSIDE : State.NAMED;
    }

    private List<String> units(String role, AdminArea area) {
        return jdbc.sql("""
                        select distinct p.unit from staff_post p
                        join staff s on s.id = p.staff and s.enabled and not s.disabled_here
                        join unit u on u.code = p.unit
                        join unnest(cast(:from as bigint[]), cast(:to as bigint[])) r (low, high) on u.area between r.low and r.high
                        where p.role = :role
                        """)
                .param("from", area.from())
                .param("to", area.to())
                .param("role", role)
                .query(String.class)
                .list();
    }
}
