package org.qipan.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Exclusions.Reader;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 您接手的事: what waited in the posts a person took over, as long as it waits. */
@Service
public class Takeovers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 200;

    /** Only in posts he still holds, and never a case he must not know of. */
    private static final String ITEMS = """
            from handover_row r join handover h on h.id = r.handover
            join staff_post p on p.staff = r.taker and p.role = r.role and p.unit = r.unit
            join work_item i on i.role = r.role and i.unit = r.unit and i.state = 'open' and i.created <= h.at
            join case_file f on f.id = i.case_id
            left join staff g on g.id = r.giver
            where r.taker = :reader and r.seen_at is null and not case_excluded(i.case_id, :reader, :units, :areas)
            """;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Exclusions exclusions;
    private final Sayings sayings;
    private final Clock clock;

    Takeovers(JdbcClient jdbc, Directory directory, Exclusions exclusions, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.exclusions = exclusions;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** @param post in words @param giver empty where nobody held the post @param due day, null without a clock */
    record Item(
            long id,
            String title,
            @Nullable String subject,
            @Nullable String number,
            String post,
            String giver,
            @Nullable String due) {}

    /** How many he took over and has not put away; empty if he took over nothing. At most {@value #MOST}. */
    public Optional<Integer> count(Staff staff) {
        boolean any = jdbc.sql("select exists (select 1 from handover_row where taker = :staff and seen_at is null)")
                .param("staff", staff.id())
                .query(Boolean.class)
                .single();
        return any
                ? Optional.of(sql("select count(*) from (select 1 " + ITEMS + " limit " + MOST + ") c", staff)
                        .query(Integer.class)
                        .single())
                : Optional.empty();
    }

    List<Item> items(Staff staff) {
        return sql(
                        "select i.id, i.title, f.said as titled, i.subject, i.said, i.number, i.role, i.unit, i.due, coalesce(g.name, '') as giver "
                                + ITEMS + " order by i.due, i.id limit " + MOST,
                        staff)
                .query(this::item)
                .list();
    }

    void seen(Staff staff) {
        jdbc.sql("update handover_row set seen_at = :at where taker = :staff and seen_at is null")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("staff", staff.id())
                .update();
    }

    private JdbcClient.StatementSpec sql(String sql, Staff staff) {
        Reader excluded = exclusions.reader(staff);
        return jdbc.sql(sql)
                .param("reader", excluded.staff())
                .param("units", excluded.units())
                .param("areas", excluded.areas());
    }

    private Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getLong("id"),
                sayings.read(row.getString("titled"), row.getString("title")),
                sayings.readAny(row.getString("said"), row.getString("subject")),
                row.getString("number"),
                directory.title(new Post(row.getString("role"), row.getString("unit"))),
                row.getString("giver"),
                due(row));
    }

    /** Without a clock the column holds infinity, which is further away than any year people write. */
    private static @Nullable String due(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
        return due.getYear() > 9999
                ? null
                : due.atZoneSameInstant(ZONE).minusNanos(1).toLocalDate().toString();
    }
}
