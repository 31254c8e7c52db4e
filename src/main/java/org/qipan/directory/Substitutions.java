package org.qipan.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, ends and lists substitutions. What one may see and do by them is decided by the SQL function {@code acting_for}. */
@Service
public class Substitutions {

    private static final int LONGEST_DAYS = 92;

    private final JdbcClient jdbc;
    private final People people;
    private final Colleagues colleagues;
    private final Audit audit;
    private final Clock clock;

    Substitutions(JdbcClient jdbc, People people, Colleagues colleagues, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a substitution for oneself or for a colleague one answers for.
     *
     * @throws SubstitutionRefused if the rules forbid it
     */
    @Transactional
    public Substitution make(Substitution.Wanted wanted, Staff by) {
        // One after the other for the same absent person, so that two do not overlap.
        jdbc.sql("select id from staff where id = :id for update")
                .param("id", wanted.absent())
                .query(UUID.class)
                .optional();
        Staff absent = people.find(wanted.absent()).orElseThrow(() -> new SubstitutionRefused("person"));
        check(wanted, absent, by);
        String asUnit = colleagues
                .nearUnit(wanted.substitute(), absent.id())
                .orElseThrow(() -> new SubstitutionRefused("substitute"));
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into substitution (id, absent, substitute, from_day, to_day, kind, reason, units, as_unit, made_by, made_at)
                        values (:id, :absent, :substitute, :from, :to, :kind, :reason, :units, :asUnit, :by, :at)
                        """)
                .param("id", id)
                .param("absent", absent.id())
                .param("substitute", wanted.substitute())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .param("kind", wanted.kind())
                .param("reason", wanted.reason())
                .param(
                        "units",
                        absent.posts().stream().map(Post::unit).distinct().toArray(String[]::new))
                .param("asUnit", asUnit)
                .param("by", by.id())
                .param("at", OffsetDateTime.now(clock))
                .update();
        Substitution made = get(id);
        record("directory.audit.substitute", made, by);
        return made;
    }

    private void check(Substitution.Wanted wanted, Staff absent, Staff by) {
        LocalDate today = LocalDate.now(clock);
        if (!by.id().equals(absent.id()) && !colleagues.leads(by.id(), absent.id())) {
            throw new SubstitutionRefused("person");
        }
        if (Colleagues.separated(absent) || absent.posts().isEmpty()) {
            throw new SubstitutionRefused("admin");
        }
        if (wanted.to().isBefore(wanted.from())) {
            throw new SubstitutionRefused("order");
        }
        if (wanted.from().isBefore(today)) {
            throw new SubstitutionRefused("past");
        }
        if (ChronoUnit.DAYS.between(wanted.from(), wanted.to()) >= LONGEST_DAYS) {
            throw new SubstitutionRefused("long", LONGEST_DAYS);
        }
        if (colleagues.fit(absent.id()).stream().noneMatch(fit -> fit.id().equals(wanted.substitute()))) {
            throw new SubstitutionRefused("substitute");
        }
        overlapping(wanted).ifPresent(other -> {
            throw new SubstitutionRefused(
                    "overlap", other.from().toString(), other.to().toString(), other.substituteName());
        });
    }

    private Optional<Substitution> overlapping(Substitution.Wanted wanted) {
        return jdbc.sql(SubstitutionRows.SELECT + """
                         where s.absent = :absent and s.ended_at is null and s.kind is not distinct from cast(:kind as text)
                           and s.from_day <= :to and s.to_day >= :from order by s.from_day limit 1
                        """)
                .param("absent", wanted.absent())
                .param("kind", wanted.kind())
                .param("from", wanted.from())
                .param("to", wanted.to())
                .query(SubstitutionRows::read)
                .optional();
    }

    /** Ends it at once; empty if it is not there for this person, or over. */
    @Transactional
    public Optional<Substitution> end(UUID id, Staff by) {
        Optional<Substitution> found = find(id, by).filter(one -> !one.over(LocalDate.now(clock)));
        found.ifPresent(one -> {
            jdbc.sql("update substitution set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                    .param("at", OffsetDateTime.now(clock))
                    .param("by", by.id())
                    .param("id", id)
                    .update();
            record("directory.audit.substitute-end", one, by);
        });
        return found;
    }

    /** The absent one has read what was done. */
    @Transactional
    public void seen(UUID id, Staff by) {
        jdbc.sql("update substitution set seen_at = :at where id = :id and absent = :by")
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .param("by", by.id())
                .update();
    }

    /** Of the absent one, of the substitute, and of whoever answers for either; the 200 latest. */
    public List<Substitution> of(Staff reader) {
        return visible("", " order by s.from_day desc, s.made_at desc limit 200", reader)
                .query(SubstitutionRows::read)
                .list();
    }

    /** One that the reader would find by {@link #of}. */
    public Optional<Substitution> find(UUID id, Staff reader) {
        return visible(" and s.id = :id", "", reader)
                .param("id", id)
                .query(SubstitutionRows::read)
                .optional();
    }

    private JdbcClient.StatementSpec visible(String condition, String order, Staff reader) {
        UUID[] led =
                colleagues.led(reader.id()).stream().map(Colleagues.Named::id).toArray(UUID[]::new);
        return jdbc.sql(SubstitutionRows.SELECT
                        + " where (s.absent = :me or s.substitute = :me or s.absent = any(:led) or s.substitute = any(:led))"
                        + condition
                        + order)
                .param("me", reader.id())
                .param("led", led);
    }

    /** Those of the absent one himself. */
    public List<Substitution> ofAbsent(UUID absent) {
        return jdbc.sql(SubstitutionRows.SELECT
                        + " where s.absent = :absent order by s.from_day desc, s.made_at desc limit 200")
                .param("absent", absent)
                .query(SubstitutionRows::read)
                .list();
    }

    private Substitution get(UUID id) {
        return jdbc.sql(SubstitutionRows.SELECT + " where s.id = :id")
                .param("id", id)
                .query(SubstitutionRows::read)
                .single();
    }

    private void record(String action, Substitution one, Staff by) {
        audit.record(
                by.actor(),
                action,
                "substitution",
                one.id().toString(),
                Map.of(
                        "absent", one.absent(),
                        "substitute", one.substitute(),
                        "from", one.from(),
                        "to", one.to(),
                        "kind", one.kind() == null ? "" : one.kind()));
    }
}
