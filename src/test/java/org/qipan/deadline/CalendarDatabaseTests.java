package org.qipan.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.qipan.audit.Actor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class CalendarDatabaseTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Actor ADMIN = new Actor(null, "system-admin");

    private static final DataSource DATABASE = TestDatabase.fresh();

    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

    private AnnotationConfigApplicationContext node;
    private AnnotationConfigApplicationContext other;

    @BeforeEach
    void emptyTablesAndStartTwoNodes() {
        JDBC.sql("truncate calendar_day, calendar_year, audit").update();
        JDBC.sql("update calendar_version set version = 0").update();
        node = DeadlineNode.on(DATABASE);
        other = DeadlineNode.on(DATABASE);
    }

    @Test
    void loadsTheStatutoryTableOnceForAllNodes() {
        assertThat(count("calendar_day")).isEqualTo(StatutoryDays.FILE.days().size());
        assertThat(count("calendar_year")).isEqualTo(9);
        assertThat(count("audit")).isEqualTo(1);
        assertThat(calendar(node).plusWorkingDays(LocalDate.of(2026, 2, 13), 5)).isEqualTo("2026-02-27");
        assertThat(calendar(node).isProvisional(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void keepsAnEditWhenStartedAgain() {
        edits(node).edit(DAY, DayKind.HOLIDAY, "台风停工", ADMIN);

        assertThat(calendar(DeadlineNode.on(DATABASE)).isWorkingDay(DAY)).isFalse();
    }

    @Test
    void showsAnEditHereAtOnceAndElsewhereWithinASecond() {
        assertThat(calendar(node).isWorkingDay(DAY)).isTrue();
        assertThat(calendar(other).isWorkingDay(DAY)).isTrue();

        edits(node).edit(DAY, DayKind.HOLIDAY, "台风停工", ADMIN);

        assertThat(calendar(node).isWorkingDay(DAY)).isFalse();
        other.getBean(SettableClock.class).advance(Duration.ofSeconds(1));
        assertThat(calendar(other).isWorkingDay(DAY)).isFalse();
    }

    @Test
    void recordsEachEditWithBeforeAndAfter() {
        edits(node).edit(DAY, DayKind.HOLIDAY, "台风停工", ADMIN);
        edits(node).edit(DAY, null, "", ADMIN);

        assertThat(calendar(node).isWorkingDay(DAY)).isTrue();
        assertThat(JDBC.sql("""
                                select (detail ->> 'before') || ' > ' || (detail ->> 'after') from audit
                                where action = 'deadline.audit.day-edited' and object_id = '2026-11-23' order by id
                                """).query(String.class).list()).containsExactly("- > holiday 台风停工", "holiday 台风停工 > -");
    }

    @Test
    void previewsAnImportWithoutKeepingAnything() {
        CalendarImport wanted = edits(node).preview(2027, "2027-01-01,holiday,元旦");

        assertThat(wanted.changes()).hasSize(1);
        assertThat(count("calendar_year")).isEqualTo(9);
        assertThat(calendar(node).isWorkingDay(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void replacesTheYearAndAddsToTheDecemberBefore() {
        String text = "2026-12-31,holiday,元旦\n2027-01-01,holiday,元旦\n2027-01-03,workday,元旦";
        edits(node).apply(2027, text, edits(node).preview(2027, text).version(), ADMIN);

        assertThat(calendar(node).isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(calendar(node).isWorkingDay(LocalDate.of(2027, 1, 3))).isTrue();
        assertThat(calendar(node).isProvisional(LocalDate.of(2027, 12, 31))).isFalse();

        String shorter = "2027-01-01,holiday,元旦";
        edits(node).apply(2027, shorter, edits(node).preview(2027, shorter).version(), ADMIN);

        assertThat(calendar(node).isWorkingDay(LocalDate.of(2027, 1, 3))).isFalse();
        assertThat(calendar(node).isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(JDBC.sql("select count(*) from audit where action = 'deadline.audit.year-imported'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAConfirmationAfterSomeoneElseChangedTheCalendar() {
        String text = "2027-01-01,holiday,元旦";
        long seen = edits(node).preview(2027, text).version();
        edits(other).edit(DAY, DayKind.HOLIDAY, "台风停工", ADMIN);

        assertThatThrownBy(() -> edits(node).apply(2027, text, seen, ADMIN)).isInstanceOf(CalendarChanged.class);
        assertThat(count("calendar_year")).isEqualTo(9);
    }

    @Test
    void refusesToConfirmAFileWithErrors() {
        long seen = edits(node).preview(2027, "x").version();

        assertThatThrownBy(() -> edits(node).apply(2027, "2027-01-01,holiday,元旦\nx", seen, ADMIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(count("calendar_year")).isEqualTo(9);
    }

    @Test
    void lightsTheLampsAtTheirBorders() {
        Deadlines deadlines = node.getBean(Deadlines.class);
        SettableClock clock = node.getBean(SettableClock.class);
        Term sixty = deadlines.term(PetitionTerms.HANDLING, TermTests.at("2026-09-21T10:00:00"));
        assertThat(sixty.lastDay()).isEqualTo("2026-11-20");

        assertLamp(clock, sixty, "2026-11-07T23:59:59", Lamp.NORMAL, "left", 13);
        assertLamp(clock, sixty, "2026-11-08T00:00:00", Lamp.DUE_SOON, "left", 12);
        assertLamp(clock, sixty, "2026-11-20T23:59:59", Lamp.DUE_SOON, "today", 0);
        assertLamp(clock, sixty, "2026-11-21T00:00:00", Lamp.OVERDUE, "overdue", 1);

        Term fifteen = deadlines.term(PetitionTerms.NOTICE, TermTests.at("2026-09-21T10:00:00"));
        assertThat(fifteen.lastDay()).isEqualTo("2026-10-06");
        assertLamp(clock, fifteen, "2026-09-28T10:00:00", Lamp.DUE_SOON, "left-few", 8);
        assertThat(deadlines.lamp(fifteen).workingDays())
                .as("a holiday lies before the last day: said, or eight days would not look few")
                .isEqualTo(2);
        assertLamp(clock, fifteen, "2026-09-27T10:00:00", Lamp.NORMAL, "left", 9);

        Term five = deadlines.term(PetitionTerms.OBJECTION, TermTests.at("2026-09-21T10:00:00"));
        assertThat(five.lastDay()).isEqualTo("2026-09-29");
        assertLamp(clock, five, "2026-09-23T10:00:00", Lamp.NORMAL, "left-working", 3);
        assertLamp(clock, five, "2026-09-24T10:00:00", Lamp.DUE_SOON, "left-working", 2);
        assertLamp(clock, five, "2026-09-30T00:00:00", Lamp.OVERDUE, "overdue", 1);
    }

    @Test
    void lightsTheSameLampWhereOnlyTheDatesAreKept() {
        Deadlines deadlines = node.getBean(Deadlines.class);
        SettableClock clock = node.getBean(SettableClock.class);
        Term term = deadlines.term(PetitionTerms.HANDLING, TermTests.at("2026-09-21T10:00:00"));
        for (LocalDate day = term.start(); day.isBefore(LocalDate.of(2026, 11, 30)); day = day.plusDays(1)) {
            clock.set(Term.startOf(day).toString());
            assertThat(deadlines.lamp(Term.startOf(term.start()), term.due())).isEqualTo(deadlines.lamp(term));
        }
    }

    @Test
    void tellsQueriesUpToWhereTwoWorkingDaysAreLeft() {
        Deadlines deadlines = node.getBean(Deadlines.class);
        node.getBean(SettableClock.class).set("2026-09-29T16:00:00Z");

        assertThat(deadlines.dueSoonUntil())
                .as("30 September: 8 and 9 October work, the third working day is Saturday the 10th")
                .isEqualTo(TermTests.at("2026-10-10T00:00:00"));
    }

    @Test
    void showsAStoppedClockAsStopped() {
        Deadlines deadlines = node.getBean(Deadlines.class);
        Pause open = new Pause(TermTests.at("2026-11-10T09:00:00"), null);

        assertThat(deadlines
                        .lamp(deadlines.term(
                                PetitionTerms.ROUTING, TermTests.at("2026-11-02T10:00:00"), List.of(open), null))
                        .lamp())
                .isEqualTo(Lamp.PAUSED);
    }

    private void assertLamp(SettableClock clock, Term term, String now, Lamp lamp, String words, int days) {
        clock.set(TermTests.at(now).toString());
        LampView view = node.getBean(Deadlines.class).lamp(term);
        assertThat(view)
                .as(now)
                .isEqualTo(new LampView(lamp, "deadline.lamp." + words, days, view.workingDays(), false));
    }

    private static WorkCalendar calendar(AnnotationConfigApplicationContext node) {
        return node.getBean(WorkCalendar.class);
    }

    private static CalendarEdits edits(AnnotationConfigApplicationContext node) {
        return node.getBean(CalendarEdits.class);
    }

    private static long count(String table) {
        return JDBC.sql("select count(*) from " + table).query(Long.class).single();
    }
}
