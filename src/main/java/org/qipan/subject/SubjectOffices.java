package org.qipan.subject;

import java.util.LinkedHashMap;
import java.util.Map;
import org.qipan.directory.AreaRange;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The departments a reader knows by the suffix subjects name them with. */
@Component
class SubjectOffices {

    private final JdbcClient jdbc;

    SubjectOffices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names by suffix, of the departments in the area of the person's first post; where several towns have one, that of the first town. */
    Map<String, String> known(Staff staff) {
        AreaRange area =
                AreaRange.of(staff.posts().isEmpty() ? "" : staff.posts().get(0).unit());
        // a village has no departments of its own: its town's are meant
        long from = area.from() / 1_000 * 1_000;
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct on (suffix) substr(u.code, 13) as suffix, n.name
                        from unit u join unit_name n on n.unit = u.code and n.valid_to is null
                        where u.kind in ('department', 'institution') and u.valid_to is null and u.area between :from and :to
                        order by suffix, u.code
                        """)
                .param("from", from)
                .param("to", Math.max(area.to(), from + 999))
                .query(row -> {
                    names.put(row.getString("suffix"), row.getString("name"));
                });
        return names;
    }
}
