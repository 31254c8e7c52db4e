package org.qipan.staff;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that waits where nobody is. */
@Component
class Vacancies {

    private final JdbcClient jdbc;

    Vacancies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Posts of an area in which something waits and which nobody holds. */
    int count(AdminArea area) {
        return jdbc.sql("""
                        select count(*) from post p join unit u on u.code = p.unit
                        join unnest(cast(:from as bigint[]), cast(:to as bigint[])) r (low, high) on u.area between r.low and r.high
                        where not exists (select 1 from staff_post h join staff s on s.id = h.staff and s.enabled and not s.disabled_here
                                where h.role = p.role and h.unit = p.unit)
                            and exists (select 1 from work_item i where i.role = p.role and i.unit = p.unit and i.state = 'open')
                        """)
                .param("from", area.from())
                .param("to", area.to())
                .query(Integer.class)
                .single();
    }
}
