package org.qipan.handover;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Post;
import org.qipan.directory.Roles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in which post, and who holds it. */
@Component
class OpenItems {

    static final int MOST = 200;

    private static final int CAP = 1_000;

    private final JdbcClient jdbc;

    OpenItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post with one of those who hold it, null where nobody does. */
    record Held(
            String role,
            String unit,
            @Nullable UUID staff,
            @Nullable String name) {

        Post post() {
            return new Post(role, unit);
        }
    }

    /** The posts of the work at a unit and below with their holders, and those nobody holds in which something waits. */
    List<Held> at(String unit, String role) {
        AreaRange range = AreaRange.of(unit);
        return jdbc.sql("""
                        select p.role, p.unit, h.id as staff, h.name
                        from post p join unit u on u.code = p.unit
                        left join (select sp.role, sp.unit, s.id, s.name from staff_post sp
                            join staff s on s.id = sp.staff and s.enabled and not s.disabled_here) h
                            on h.role = p.role and h.unit = p.unit
                        where u.area between :low and :high and (:part = '' or p.unit = :part)
                            and (:role = '' or p.role = :role) and p.role <> all (:separated)
                            and (h.id is not null or exists (select 1 from work_item i
                                where i.role = p.role and i.unit = p.unit and i.state = 'open'))
                        order by p.unit, p.role, h.name limit
                        """ + (MOST + 1))
                .param("low", range.from())
                .param("high", range.to())
                .param("part", unit.contains("-") ? unit : "")
                .param("role", role)
                .param("separated", Roles.SEPARATED.toArray(String[]::new))
                .query(Held.class)
                .list();
    }

    /** Open items of a post, at most {@value #CAP}. */
    int count(Post post) {
        return jdbc.sql(
                        "select count(*) from (select 1 from work_item where role = :role and unit = :unit and state = 'open' limit "
                                + CAP + ") c")
                .param("role", post.role())
                .param("unit", post.unit())
                .query(Integer.class)
                .single();
    }
}
