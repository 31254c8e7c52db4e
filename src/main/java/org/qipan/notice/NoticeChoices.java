package org.qipan.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code notice_choice}; who has no row gets what the installation gives. */
@Component
class NoticeChoices {

    private static final String SELECT = """
            select s.id, s.username, c.channel, coalesce(c.hour, :hour) as hour, coalesce(c.off, '{}') as off,
                coalesce(c.language, 'zh-CN') as language, c.phone, c.mail, c.chat
            from staff s left join notice_choice c on c.staff = s.id
            where s.enabled and not s.disabled_here and s.id = any (:staff)
            order by s.id
            """;

    private final JdbcClient jdbc;
    private final NoticeProperties settings;
    private final Clock clock;

    NoticeChoices(JdbcClient jdbc, NoticeProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty for somebody who no longer works with Qipan. */
    Optional<Choice> of(UUID staff) {
        return of(List.of(staff)).stream().findFirst();
    }

    List<Choice> of(Collection<UUID> staff) {
        return jdbc.sql(SELECT)
                .param("hour", settings.hour())
                .param("staff", staff.toArray(UUID[]::new))
                .query(NoticeChoices::read)
                .list();
    }

    void save(Choice choice) {
        jdbc.sql("""
                        insert into notice_choice (staff, channel, hour, off, language, phone, mail, chat, changed)
                        values (:staff, :channel, :hour, :off, :language, :phone, :mail, :chat, :now)
                        on conflict (staff) do update set channel = excluded.channel, hour = excluded.hour, off = excluded.off,
                            language = excluded.language, phone = excluded.phone, mail = excluded.mail, chat = excluded.chat,
                            changed = excluded.changed
                        """)
                .param("staff", choice.staff())
                .param("channel", choice.channel())
                .param("hour", choice.hour())
                .param(
                        "off",
                        choice.off().stream().map(NoticeKind::code).sorted().toArray(String[]::new))
                .param("language", choice.language())
                .param("phone", choice.phone())
                .param("mail", choice.mail())
                .param("chat", choice.chat())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static Choice read(ResultSet row, int n) throws SQLException {
        return new Choice(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getString("channel"),
                row.getInt("hour"),
                kinds((String[]) row.getArray("off").getArray()),
                row.getString("language"),
                row.getString("phone"),
                row.getString("mail"),
                row.getString("chat"));
    }

    private static Set<NoticeKind> kinds(String[] codes) {
        return Arrays.stream(codes)
                .flatMap(code -> NoticeKind.find(code).stream())
                .filter(kind -> kind != NoticeKind.DANGER)
                .collect(Collectors.toUnmodifiableSet());
    }
}
