package org.qipan.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static final TermRule ROLLING =
            new TermRule("test", 10, DayUnit.CALENDAR, TermKind.INTERNAL, "test", RollOver.NEXT_WORKING_DAY, 0);

    @Test
    void article22GivesThePetitionOfficeFifteenCalendarDaysToRoute() {
        Term term = term(PetitionTerms.ROUTING, "2026-11-02T23:59:59");

        assertThat(term.lastDay()).isEqualTo("2026-11-17");
        assertThat(term.due()).isEqualTo(at("2026-11-18T00:00:00"));
        assertThat(term.provisional()).isFalse();
    }

    @Test
    void article23GivesFiveWorkingDaysToObject() {
        assertThat(term(PetitionTerms.OBJECTION, "2026-02-13T09:00:00").lastDay())
                .isEqualTo("2026-02-27");
        assertThat(term(PetitionTerms.OBJECTION, "2026-09-30T17:00:00").lastDay())
                .isEqualTo("2026-10-13");
    }

    @Test
    void article23GivesFifteenCalendarDaysForTheWrittenNotice() {
        assertThat(term(PetitionTerms.NOTICE, "2026-02-10T09:00:00").lastDay())
                .as("the holiday is not left out, and a last day on a rest day stays")
                .isEqualTo("2026-02-25");
    }

    @Test
    void article34GivesSixtyCalendarDaysFromAcceptanceAndThirtyMoreOnceApproved() {
        assertThat(term(PetitionTerms.HANDLING, "2026-09-01T10:00:00").lastDay())
                .isEqualTo("2026-10-31");
        Term extended = term(PetitionTerms.HANDLING, "2026-09-01T10:00:00", List.of(), extension(30));
        assertThat(extended.lastDay()).isEqualTo("2026-11-30");
        assertThat(extended.length()).isEqualTo(90);
    }

    @Test
    void article34AllowsNoMoreThanThirtyDaysOfExtension() {
        assertThatThrownBy(() -> term(PetitionTerms.HANDLING, "2026-09-01T10:00:00", List.of(), extension(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30");
    }

    @Test
    void articles35And36GiveThirtyCalendarDaysEach() {
        for (TermRule rule : List.of(
                PetitionTerms.REVIEW_REQUEST,
                PetitionTerms.REVIEW,
                PetitionTerms.SECOND_REVIEW_REQUEST,
                PetitionTerms.SECOND_REVIEW)) {
            assertThat(term(rule, "2026-11-02T10:00:00").lastDay()).isEqualTo("2026-12-02");
        }
    }

    @Test
    void article36LeavesOutTheTimeOfTheHearing() {
        Pause hearing = new Pause(at("2026-11-05T09:00:00"), at("2026-11-08T08:00:00"));

        assertThat(term(PetitionTerms.SECOND_REVIEW, "2026-11-02T10:00:00", List.of(hearing), null)
                        .lastDay())
                .isEqualTo("2026-12-05");
    }

    @Test
    void grantsNoExtensionWithoutAReason() {
        assertThatThrownBy(() -> new Extension(10, " ", "township-leader", at("2026-11-02T10:00:00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsPausesThatOverlapOnce() {
        Pause first = new Pause(at("2026-11-04T09:00:00"), at("2026-11-07T09:00:00"));
        Pause second = new Pause(at("2026-11-06T09:00:00"), at("2026-11-08T09:00:00"));

        assertThat(term(PetitionTerms.ROUTING, "2026-11-02T10:00:00", List.of(first, second), null)
                        .lastDay())
                .isEqualTo("2026-11-21");
    }

    @Test
    void movesTheLastDayOnWithAnOpenPause() {
        Pause open = new Pause(at("2026-11-10T09:00:00"), null);
        Term term = term(PetitionTerms.ROUTING, "2026-11-02T10:00:00", List.of(open), null);

        assertThat(term.paused()).isTrue();
        assertThat(term.lastDay())
                .as("eleven days lie in the pause, today included")
                .isEqualTo("2026-11-28");
    }

    @Test
    void rollsOverARestDayOnlyWhereTheRuleSaysSo() {
        assertThat(term(ROLLING, "2026-09-25T10:00:00").lastDay()).isEqualTo("2026-10-08");
    }

    @Test
    void isProvisionalOnlyWhereTheUnpublishedCalendarMatters() {
        assertThat(term(PetitionTerms.OBJECTION, "2026-12-31T10:00:00").provisional())
                .isTrue();
        assertThat(term(ROLLING, "2026-12-31T10:00:00").provisional()).isTrue();
        assertThat(term(PetitionTerms.HANDLING, "2026-12-31T10:00:00").provisional())
                .isFalse();
        assertThat(term(PetitionTerms.OBJECTION, "2026-12-21T10:00:00").provisional())
                .isFalse();
    }

    @Property
    void aPauseNeverBringsTheEndForward(
            @ForAll @IntRange(min = 0, max = 30) int begins, @ForAll @IntRange(min = 0, max = 30) int lasts) {
        Instant from = Term.startOf(LocalDate.of(2026, 11, 2).plusDays(begins));
        Pause pause = new Pause(from, Term.startOf(Term.dayOf(from).plusDays(lasts)));
        LocalDate without = term(PetitionTerms.OBJECTION, "2026-11-02T10:00:00").lastDay();
        LocalDate with = term(PetitionTerms.OBJECTION, "2026-11-02T10:00:00", List.of(pause), null)
                .lastDay();

        assertThat(with).isAfterOrEqualTo(without);
        assertThat(StatutoryDays.CALENDAR.isWorkingDay(with)).isTrue();
    }

    static Instant at(String shanghai) {
        return Instant.parse(shanghai + "Z").minusSeconds(8 * 3600);
    }

    private static Extension extension(int days) {
        return new Extension(days, "需要现场核实", "township-leader", at("2026-10-20T10:00:00"));
    }

    private static Term term(TermRule rule, String event) {
        return term(rule, event, List.of(), null);
    }

    private static Term term(TermRule rule, String event, List<Pause> pauses, @Nullable Extension extension) {
        return Term.of(rule, at(event), pauses, extension, StatutoryDays.CALENDAR, TODAY);
    }
}
