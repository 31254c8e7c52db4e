package org.qipan.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for whom, and who may stand in for whom. */
@Component
public class Colleagues {

    private static final String ACTIVE = "%1$s.enabled and not %1$s.disabled_here";

    /** The head of a unit leads its people; where nobody is head, and for the head himself, officer and head one level up do. */
    private static final String LED = """
             from staff_post p
             join staff s on s.id = p.staff and %s
             join unit u on u.code = p.unit
             left join unit a on a.code = u.parent
             left join duty_role h on h.kind = u.kind and h.duty = 'head'
             join staff_post m on m.staff = :by and (
                (m.unit = u.code and m.role = h.role and p.role <> h.role)
                or (m.unit = a.code
                    and exists (select 1 from duty_role d where d.kind = a.kind and d.duty in ('head', 'worker') and d.role = m.role)
                    and (p.role = h.role or not exists (
                        select 1 from staff_post q join staff x on x.id = q.staff and %s where q.unit = u.code and q.role = h.role))))
             where p.staff <> :by
            """.formatted(ACTIVE.formatted("s"), ACTIVE.formatted("x"));

    /** Same unit or the one above; for a village where one person works alone, any unit of its township: for every unit of the absent one. */
    private static final String NEAR = """
             from staff_post q where q.staff = s.id and (
                q.unit = u.code or q.unit = u.parent
                or (u.kind = 'village'
                    and exists (select 1 from unit v where v.code = q.unit and v.parent = u.parent)
                    and not exists (select 1 from staff_post o join staff x on x.id = o.staff and %s
                        where o.unit = u.code and o.staff <> :absent)))
            """.formatted(ACTIVE.formatted("x"));

    private static final String FIT = """
            select distinct s.id, s.name from staff s
            join staff_post any_post on any_post.staff = s.id
            join unit held on held.code = any_post.unit
            where %s and s.id <> :absent and s.id not in (select staff from staff_post where role = any(:separated))
              and (held.code in (select unit from staff_post where staff = :absent)
                or exists (select 1 from staff_post mine join unit own on own.code = mine.unit
                    where mine.staff = :absent and (own.parent = held.code or own.parent = held.parent)))
              and not exists (select 1 from staff_post mine join unit u on u.code = mine.unit
                where mine.staff = :absent and not exists (select 1 %s))
            order by s.name, s.id
            """.formatted(ACTIVE.formatted("s"), NEAR);

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody with the name colleagues see. */
    public record Named(UUID id, String name) {}

    /** Whether a person answers for a colleague: as head of his unit, or from one level up. */
    public boolean leads(UUID by, UUID colleague) {
        return jdbc.sql("select exists (select 1" + LED + " and p.staff = :colleague)")
                .param("by", by)
                .param("colleague", colleague)
                .query(Boolean.class)
                .single();
    }

    /** Everybody a person answers for. */
    public List<Named> led(UUID by) {
        return jdbc.sql("select distinct s.id, s.name" + LED + " order by s.name, s.id")
                .param("by", by)
                .query(Named.class)
                .list();
    }

    /** Who may stand in for a person. */
    public List<Named> fit(UUID absent) {
        return jdbc.sql(FIT)
                .param("absent", absent)
                .param("separated", Roles.SEPARATED.toArray(String[]::new))
                .query(Named.class)
                .list();
    }

    /** The unit through which the substitute is near; the absent one's first unit decides. */
    Optional<String> nearUnit(UUID substitute, UUID absent) {
        return jdbc.sql("select near.unit from staff s join staff_post mine on mine.staff = :absent"
                        + " join unit u on u.code = mine.unit cross join lateral (select q.unit" + NEAR
                        + ") near where s.id = :substitute order by mine.unit, near.unit limit 1")
                .param("substitute", substitute)
                .param("absent", absent)
                .query(String.class)
                .optional();
    }

    /** Nobody stands in for an administrator, and he for nobody. */
    static boolean separated(Staff staff) {
        return staff.posts().stream().map(Post::role).anyMatch(Roles::separated);
    }
}
