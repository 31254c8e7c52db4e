package org.qipan.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Exclusions.Reader;
import org.qipan.casefile.Sayings;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.Substitutions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 您不在时: what a substitute did for somebody, and what still waits. */
@Service
public class Away {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CAP = 100;

    private static final String EXCLUDED = " and not case_excluded(i.case_id, :reader, :units, :areas)";

    private final JdbcClient jdbc;
    private final Substitutions substitutions;
    private final Directory directory;
    private final Exclusions exclusions;
    private final Sayings sayings;
    private final Clock clock;

    Away(
            JdbcClient jdbc,
            Substitutions substitutions,
            Directory directory,
            Exclusions exclusions,
            Sayings sayings,
            Clock clock) {
        this.jdbc = jdbc;
        this.substitutions = substitutions;
        this.directory = directory;
        this.exclusions = exclusions;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** What was done with one item. @param act message key */
    record Done(
            long item,
            String title,
            @Nullable String subject,
            @Nullable String number,
            String act,
            String day) {}

    /** @param open items that still wait, at most {@value #CAP}; {@code mine} whether the reader was the one away */
    record Report(SubstitutionList.Row one, List<Done> done, int open, boolean mine) {}

    /** The card on the workbench. */
    public record Card(String id, String substitute, String from, String to, int done, int open) {}

    /** For the one who was away and his substitute, and for those who answer for either. */
    Optional<Report> report(UUID id, Staff reader) {
        return substitutions
                .find(id, reader)
                .map(one -> new Report(
                        SubstitutionLists.row(one, LocalDate.now(clock)),
                        done(one, reader),
                        open(one, reader),
                        one.absent().equals(reader.id())));
    }

    /** The latest substitution that began and was not put away since; empty if there is nothing to tell. */
    public Optional<Card> card(Staff staff) {
        LocalDate today = LocalDate.now(clock);
        return substitutions.ofAbsent(staff.id()).stream()
                .filter(one -> !one.state(today).equals("coming")
                        && (one.ended() == null
                                || !LocalDate.ofInstant(one.ended(), ZONE).isBefore(one.from()))
                        && news(one, today))
                .findFirst()
                .map(one -> new Card(
                        one.id().toString(),
                        one.substituteName(),
                        one.from().toString(),
                        one.to().toString(),
                        done(one, staff).size(),
                        open(one, staff)));
    }

    /** Put away while it ran, it comes back once when it is over. */
    private static boolean news(Substitution one, LocalDate today) {
        if (one.seen() == null) {
            return true;
        }
        LocalDate seen = LocalDate.ofInstant(one.seen(), ZONE);
        return one.over(today)
                && (one.ended() == null ? !seen.isAfter(one.to()) : one.seen().isBefore(one.ended()));
    }

    private List<Done> done(Substitution one, Staff reader) {
        Reader excluded = exclusions.reader(reader);
        return jdbc.sql("""
                        select i.id, i.title, f.said as titled, i.subject, i.said, i.number, a.act, a.at
                        from work_act a join work_item i on i.id = a.item join case_file f on f.id = i.case_id
                        where a.staff = :substitute and a.acting_for = :absent
                            and a.at >= :from and a.at < :to
                        """ + EXCLUDED + " order by a.id desc limit 200")
                .param("substitute", one.substitute())
                .param("absent", one.absent())
                .param("from", one.from().atStartOfDay(ZONE).toOffsetDateTime())
                .param("to", one.to().plusDays(1).atStartOfDay(ZONE).toOffsetDateTime())
                .param("reader", excluded.staff())
                .param("units", excluded.units())
                .param("areas", excluded.areas())
                .query(this::done)
                .list();
    }

    private int open(Substitution one, Staff reader) {
        Reader excluded = exclusions.reader(reader);
        String[] groups = directory.staff(one.absent()).stream()
                .flatMap(absent -> absent.posts().stream())
                .map(Post::group)
                .toArray(String[]::new);
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from unnest(cast(:groups as text[])) g(post)
                            join work_item i on i.role = split_part(g.post, '@', 1) and i.unit = split_part(g.post, '@', 2)
                            where i.state = 'open' and (cast(:kind as text) is null or i.kind = :kind)
                        """ + EXCLUDED + " limit " + CAP + ") c")
                .param("groups", groups)
                .param("kind", one.kind())
                .param("reader", excluded.staff())
                .param("units", excluded.units())
                .param("areas", excluded.areas())
                .query(Integer.class)
                .single();
    }

    private Done done(ResultSet row, int n) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new Done(
                row.getLong("id"),
                sayings.read(row.getString("titled"), row.getString("title")),
                sayings.readAny(row.getString("said"), row.getString("subject")),
                row.getString("number"),
                "act." + row.getString("act"),
                at.atZoneSameInstant(ZONE).toLocalDate().toString());
    }
}
