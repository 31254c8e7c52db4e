package org.qipan.operations;

import static org.qipan.operations.HealthCheck.Level.ATTENTION;
import static org.qipan.operations.HealthCheck.Level.BROKEN;
import static org.qipan.operations.HealthCheck.Level.OK;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.WorkCalendar;
import org.qipan.directory.RealmState;
import org.qipan.notice.Delivery;
import org.qipan.workflow.EngineState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at what Qipan stands on. A database that is down is not among the answers: without it no page opens. */
@Component
class Health {

    /** Part of the connections in use from which new ones may soon be refused, in percent. */
    private static final int CROWDED = 80;

    /** Days. */
    private static final int QUARTER = 92;

    private static final int LITTLE_SPACE = 15;
    private static final int NO_SPACE = 5;
    private static final long GIGABYTE = 1L << 30;
    private static final Duration SLOW = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final EngineState engine;
    private final WorkCalendar calendar;
    private final Drills drills;
    private final Delivery delivery;
    private final WaysIn waysIn;
    private final Clock clock;

    Health(
            JdbcClient jdbc,
            EngineState engine,
            WorkCalendar calendar,
            Drills drills,
            Delivery delivery,
            WaysIn waysIn,
            Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.calendar = calendar;
        this.drills = drills;
        this.delivery = delivery;
        this.waysIn = waysIn;
        this.clock = clock;
    }

    List<HealthCheck> checks(RealmState realm) {
        List<HealthCheck> own = List.of(
                database(), keycloak(realm), executor(), disk(), calendar(), notices(delivery.standing()), backup());
        return Stream.concat(own.stream(), waysIn.checks().stream()).toList();
    }

    private HealthCheck database() {
        return jdbc.sql("""
                        select count(*) as used, current_setting('max_connections')::int as most
                        from pg_stat_activity where backend_type = 'client backend'
                        """)
                .query((row, number) -> connections(row.getInt("used"), row.getInt("most")))
                .single();
    }

    static HealthCheck connections(int used, int most) {
        return new HealthCheck(
                "database",
                used * 100L >= (long) most * CROWDED ? ATTENTION : OK,
                String.valueOf(used),
                String.valueOf(most));
    }

    /** As the copy of people found it at its last round, a few seconds ago: no page waits for Keycloak. */
    static HealthCheck keycloak(RealmState realm) {
        if (!realm.copies()) {
            return HealthCheck.of("keycloak", ATTENTION);
        }
        return realm.downSince() == null
                ? HealthCheck.of("keycloak", OK)
                : new HealthCheck(
                        "keycloak", BROKEN, Objects.requireNonNullElse(ShownTime.of(realm.downSince()), ""), "");
    }

    private HealthCheck executor() {
        if (!engine.executing()) {
            return HealthCheck.of("executor", BROKEN);
        }
        long late = engine.late(clock.instant().minus(SLOW));
        return late == 0
                ? HealthCheck.of("executor", OK)
                : new HealthCheck("executor", ATTENTION, String.valueOf(late), String.valueOf(SLOW.toMinutes()));
    }

    private static HealthCheck disk() {
        try {
            var store = Files.getFileStore(Path.of("").toAbsolutePath());
            return space(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HealthCheck space(long free, long whole) {
        long percent = whole == 0 ? 0 : free * 100 / whole;
        return new HealthCheck(
                "disk",
                percent < NO_SPACE ? BROKEN : percent < LITTLE_SPACE ? ATTENTION : OK,
                String.valueOf(free / GIGABYTE),
                String.valueOf(percent));
    }

    /** A backup that nobody has restored is a hope: once a quarter, says docs/operations.md. */
    private HealthCheck backup() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ShownTime.ZONE);
        return drill(drills.lastPassed()
                .map(day -> ChronoUnit.DAYS.between(day, today))
                .orElse(null));
    }

    /** @param days since the last drill that passed, null if none ever did */
    static HealthCheck drill(@Nullable Long days) {
        boolean fresh = days != null && days <= QUARTER;
        return new HealthCheck(
                "backup", fresh ? OK : ATTENTION, days == null ? "" : days.toString(), String.valueOf(QUARTER));
    }

    /** Without a channel nothing is sent, and that is no trouble. */
    static HealthCheck notices(Delivery.Standing standing) {
        if (!standing.configured()) {
            return HealthCheck.of("notices", OK);
        }
        return new HealthCheck(
                "notices",
                standing.danger() > 0 ? BROKEN : standing.dead() + standing.late() > 0 ? ATTENTION : OK,
                String.valueOf(standing.dead()),
                String.valueOf(standing.late()));
    }

    /** The days off of a year are published in the November before it; by December they should be here. */
    private HealthCheck calendar() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ShownTime.ZONE);
        String next = String.valueOf(today.getYear() + 1);
        if (calendar.isProvisional(today)) {
            return new HealthCheck("calendar", BROKEN, String.valueOf(today.getYear()), next);
        }
        boolean missing = today.getMonth() == Month.DECEMBER && calendar.isProvisional(today.plusYears(1));
        return new HealthCheck("calendar", missing ? ATTENTION : OK, String.valueOf(today.getYear()), next);
    }
}
