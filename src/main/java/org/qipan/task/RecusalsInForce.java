package org.qipan.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Colleagues;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recusals as those see them who answer for the people. */
@Component
public class RecusalsInForce {

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Sayings sayings;

    RecusalsInForce(JdbcClient jdbc, Colleagues colleagues, Sayings sayings) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.sayings = sayings;
    }

    /** A recusal as those see it who answer for the person: not the reason. */
    public record Row(
            UUID id,
            UUID staff,
            String name,
            String title,
            @Nullable String number,
            String ground,
            boolean ordered,
            LocalDate day) {}

    /** Recusals in force of the people somebody answers for, without cases he must not know of himself. */
    public List<Row> of(Staff reader) {
        UUID[] led =
                colleagues.led(reader.id()).stream().map(Colleagues.Named::id).toArray(UUID[]::new);
        return jdbc.sql("""
                        select r.id, r.staff, s.name, f.title, f.said, f.number, f.sealed, r.ground, r.ordered,
                            cast(r.at at time zone 'Asia/Shanghai' as date) as day
                        from recusal r join staff s on s.id = r.staff join case_file f on f.id = r.case_id
                        where r.lifted_at is null and r.staff = any (:led) and not case_excluded(r.case_id, :reader)
                        order by r.at desc limit 200
                        """)
                .param("led", led)
                .param("reader", reader.id())
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int n) throws SQLException {
        String number = row.getString("number");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("staff", UUID.class),
                row.getString("name"),
                row.getBoolean("sealed") && number != null
                        ? number
                        : sayings.read(row.getString("said"), row.getString("title")),
                number,
                row.getString("ground"),
                row.getBoolean("ordered"),
                row.getObject("day", LocalDate.class));
    }
}
