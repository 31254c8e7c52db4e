package org.qipan.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.channel.Channels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went out and what did not, for the administrator: who and how, never what about. Newest first. */
@Component
class OutboxList {

    static final int SIZE = 50;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final String ROWS = """
            select o.no, s.name, o.kind, o.channel, o.state, o.reason, o.attempts, o.made, o.next_at, o.tried,
                case o.channel when 'sms' then c.phone when 'mail' then c.mail when 'chat' then c.chat end as address
            from outbox o join staff s on s.id = o.staff left join notice_choice c on c.staff = o.staff
            where (:state = '' or o.state = :state) and (:channel = '' or o.channel = :channel)
              and (:text = '' or position(lower(:text) in lower(s.name)) > 0 or o.id::text = lower(:text))
              and (cast(:before as bigint) is null or o.no < :before)
            order by o.no desc limit :limit
            """;

    private final JdbcClient jdbc;

    OutboxList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address masked; {@code reason} last part of {@code notice.reason.*}, null if there is none */
    record Row(
            long no,
            String name,
            String kind,
            String channel,
            @Nullable String address,
            String state,
            @Nullable String reason,
            int attempts,
            String made,
            String next,
            @Nullable String tried) {}

    /** @param next where the next page begins, null on the last */
    record Page(List<Row> rows, @Nullable Long next) {

        public List<Long> dead() {
            return rows.stream()
                    .filter(row -> row.state().equals("dead"))
                    .map(Row::no)
                    .toList();
        }
    }

    Page page(OutboxFilter filter) {
        List<Row> rows = jdbc.sql(ROWS)
                .param("state", filter.state())
                .param("channel", filter.channel())
                .param("text", filter.text())
                .param("before", filter.before(), java.sql.Types.BIGINT)
                .param("limit", SIZE + 1)
                .query(OutboxList::row)
                .list();
        return rows.size() <= SIZE
                ? new Page(rows, null)
                : new Page(
                        List.copyOf(rows.subList(0, SIZE)), rows.get(SIZE - 1).no());
    }

    /** How many there are of each state, those without any too. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        OutboxFilter.STATES.forEach(state -> counts.put(state, 0L));
        jdbc.sql("select state, count(*) as n from outbox group by state").query(row -> {
            counts.put(row.getString("state"), row.getLong("n"));
        });
        return counts;
    }

    /** Since when the oldest message waits, null if none does. */
    @Nullable
    String oldest() {
        return jdbc.sql("select min(made) from outbox where state = 'waiting' having min(made) is not null")
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> text(at.toInstant()))
                .orElse(null);
    }

    /**
     * A channel as its last attempts found it.
     *
     * @param state {@code unused}, {@code ok} or {@code down}
     * @param reason why it is down, null if it is not
     */
    record Health(
            String code,
            String state,
            @Nullable String reason,
            @Nullable String tried) {}

    List<Health> health(Channels channels) {
        return channels.codes().stream().map(this::health).toList();
    }

    /** A refused or missing address says nothing about the channel. */
    private Health health(String code) {
        return jdbc.sql("""
                        select state, reason, tried from outbox
                        where channel = :channel and tried is not null and (reason is null or reason not in ('refused', 'address'))
                        order by tried desc, no desc limit 1
                        """)
                .param("channel", code)
                .query((row, n) -> {
                    boolean sent = row.getString("state").equals("sent");
                    return new Health(
                            code,
                            sent ? "ok" : "down",
                            sent ? null : row.getString("reason"),
                            text(row.getObject("tried", OffsetDateTime.class).toInstant()));
                })
                .optional()
                .orElse(new Health(code, "unused", null, null));
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        OffsetDateTime tried = row.getObject("tried", OffsetDateTime.class);
        return new Row(
                row.getLong("no"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("channel"),
                Masked.of(row.getString("address")),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("attempts"),
                text(row.getObject("made", OffsetDateTime.class).toInstant()),
                text(row.getObject("next_at", OffsetDateTime.class).toInstant()),
                tried == null ? null : text(tried.toInstant()));
    }

    private static String text(Instant moment) {
        return MINUTE.format(moment.atZone(QuietHours.ZONE));
    }
}
