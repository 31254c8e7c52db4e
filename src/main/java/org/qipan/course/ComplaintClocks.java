package org.qipan.course;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseTexts;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.Deadlines;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Post;
import org.qipan.term.TermVersion;
import org.qipan.term.Terms;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The legal clocks of matters: each that ever ran is a row, so that the petitioner sees what was promised and when it was kept. */
@Repository
public class ComplaintClocks {

    private static final Map<String, TermRule> RULES = Stream.of(
                    PetitionTerms.ROUTING,
                    PetitionTerms.NOTICE,
                    PetitionTerms.OBJECTION,
                    PetitionTerms.HANDLING,
                    ComplaintTerms.SIMPLE,
                    ComplaintTerms.SUGGESTION,
                    ComplaintTerms.DUTY,
                    ComplaintTerms.CARRYING)
            .collect(Collectors.toUnmodifiableMap(TermRule::code, Function.identity()));

    private static final String SELECT = """
            select k.*, exists (select from complaint_stop s where s.clock = k.id and s.ended is null) as stopped from complaint_clock k""";

    private final JdbcClient jdbc;
    private final Terms terms;
    private final Deadlines deadlines;
    private final CaseTexts texts;
    private final Clock clock;

    ComplaintClocks(JdbcClient jdbc, Terms terms, Deadlines deadlines, CaseTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.deadlines = deadlines;
        this.clock = clock;
        this.texts = texts;
    }

    /**
     * A clock as it was set.
     *
     * @param due exclusive end
     * @param holder the post that is to act
     * @param done when that was done, null while it runs
     * @param extended why it was extended, null if it was not
     * @param stopped it stands still
     */
    public record Running(
            long id,
            TermRule rule,
            Instant started,
            Instant due,
            Post holder,
            @Nullable Instant done,
            @Nullable String extended,
            boolean stopped) {}

    /** Sets a clock, as long as the table of terms says for the unit, the channel and, where it is that of a route, the subject. One of the same rule that still runs is over: the new one follows it. */
    public void start(UUID complaint, TermRule rule, Instant event, Post holder) {
        Asked asked = jdbc.sql("""
                        select c.channel, s.term, exists (select from complaint_clock
                            where complaint = c.id and code = :code and done is null) as running
                        from complaint c left join subject s on s.id = c.subject where c.id = :complaint""")
                .param("code", rule.code())
                .param("complaint", complaint)
                .query(Asked.class)
                .single();
        if (asked.running()) {
            done(complaint, rule);
        }
        TermVersion version = terms.of(rule, asked.term(), holder.unit(), asked.channel(), event);
        jdbc.sql("""
                        insert into complaint_clock (complaint, code, term, started, due, role, unit)
                        values (:complaint, :code, :term, :started, :due, :role, :unit)
                        """)
                .param("complaint", complaint)
                .param("code", rule.code())
                .param("term", version.id())
                .param("started", at(event))
                .param("due", at(deadlines.term(version.rule(), event).due()))
                .param("role", holder.role())
                .param("unit", holder.unit())
                .update();
    }

    private record Asked(String channel, @Nullable String term, boolean running) {}

    public void done(UUID complaint, TermRule... rules) {
        String[] codes = Stream.of(rules).map(TermRule::code).toArray(String[]::new);
        jdbc.sql("update complaint_clock set done = ? where complaint = ? and code = any (?) and done is null")
                .params(OffsetDateTime.now(clock), complaint, codes)
                .update();
    }

    /** The matter is over, and with it what still ran. */
    public void allDone(UUID complaint) {
        jdbc.sql("update complaint_clock set done = :now where complaint = :complaint and done is null")
                .param("now", OffsetDateTime.now(clock))
                .param("complaint", complaint)
                .update();
    }

    /** What runs for one post runs for another from now on. */
    public void moved(UUID complaint, Post from, Post to) {
        jdbc.sql("""
                        update complaint_clock set role = :toRole, unit = :toUnit
                        where complaint = :complaint and done is null and role = :role and unit = :unit
                        """)
                .param("toRole", to.role())
                .param("toUnit", to.unit())
                .param("complaint", complaint)
                .param("role", from.role())
                .param("unit", from.unit())
                .update();
    }

    /** Art. 34: extended once, and the petitioner is told why. */
    public void extended(UUID complaint, TermRule rule, Instant due, String reason) {
        jdbc.sql("""
                        update complaint_clock set due = :due, extended = :reason
                        where complaint = :complaint and code = :code and done is null""")
                .param("due", at(due))
                .param("reason", texts.keep(complaint, reason))
                .param("complaint", complaint)
                .param("code", rule.code())
                .update();
    }

    /** All that ever ran, in the order in which they were set. */
    @Transactional
    public List<Running> of(UUID complaint) {
        return jdbc.sql(SELECT + " where complaint = ? order by id")
                .param(complaint)
                .query(this::running)
                .list();
    }

    @Transactional
    public Optional<Running> running(UUID complaint, TermRule rule) {
        return jdbc.sql(SELECT + " where complaint = ? and code = ? and done is null")
                .params(complaint, rule.code())
                .query(this::running)
                .optional();
    }

    /** The rule that runs now, of these. */
    public Optional<TermRule> newest(UUID complaint, String... codes) {
        return jdbc.sql(
                        "select code, term from complaint_clock where complaint = ? and code = any (?) and done is null order by id desc limit 1")
                .params(complaint, codes)
                .query((row, n) -> rule(row))
                .optional();
    }

    private Running running(ResultSet row, int n) throws SQLException {
        return new Running(
                row.getLong("id"),
                rule(row),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                new Post(row.getString("role"), row.getString("unit")),
                WorkRows.instant(row, "done"),
                texts.readAny(row.getObject("complaint", UUID.class), row.getString("extended")),
                row.getBoolean("stopped"));
    }

    /** The rule as it was when the clock was set. */
    private TermRule rule(ResultSet row) throws SQLException {
        TermRule standard = Objects.requireNonNull(RULES.get(row.getString("code")));
        Long version = row.getObject("term", Long.class);
        return version == null ? standard : terms.kept(version, standard);
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }
}
