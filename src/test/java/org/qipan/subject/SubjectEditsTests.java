package org.qipan.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.audit.Actor;

class SubjectEditsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final SubjectRoom room = new SubjectRoom();
    private final SubjectEdits edits = room.bean(SubjectEdits.class);
    private final Subjects subjects = room.bean(Subjects.class);
    private final SubjectTable table = room.bean(SubjectTable.class);
    private final List<SubjectTerm> terms = room.bean(SubjectTerms.class).all();

    @BeforeEach
    void present() {
        room.on("2026-11-20T02:00:00Z");
    }

    @Test
    void theSeedIsATreeWhoseLeavesNameALawAndAKnownClock() {
        assertThat(subjects.leaves()).hasSize(50).allSatisfy(leaf -> {
            assertThat(leaf.basis()).startsWith("《").endsWith("》").doesNotContain("第");
            assertThat(leaf.term() == null
                            || SubjectTerms.of(terms, leaf.term()).isPresent())
                    .isTrue();
            assertThat(leaf.path()).contains(SubjectTree.ARROW);
        });
        SubjectTree tree = subjects.tree();
        List<SubjectEntry> seed =
                tree.rows().values().stream().map(SubjectEditsTests::same).toList();
        assertThat(room.bean(SubjectRules.class).broken(tree, seed)).isEmpty();
    }

    @Test
    void aChangeHoldsFromItsDayAndTheOldVersionStays() {
        Subject before = subjects.current("0301").orElseThrow();
        LocalDate day = TODAY.plusDays(10);
        assertThat(apply(day, entry("0301", "03", "入学与转学"))).isEmpty();

        assertThat(subjects.current("0301")).contains(before);
        room.on("2026-11-30T02:00:00Z");
        Subject after = subjects.current("0301").orElseThrow();
        assertThat(after.name()).isEqualTo("入学与转学");
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(subjects.find(before.id())).contains(before);
    }

    @Test
    void aSecondChangeReplacesTheOneThatDoesNotHoldYet() {
        assertThat(apply(TODAY.plusDays(10), entry("0301", "03", "甲名"))).isEmpty();
        assertThat(apply(TODAY.plusDays(5), entry("0301", "03", "乙名"))).isEmpty();

        assertThat(table.history("0301")).extracting(SubjectRow::name).containsExactly("乙名", "子女入学");
    }

    @Test
    void twoChangesOnOneDayLeaveTheVersionInBetweenToWhoeverHasIt() {
        assertThat(apply(TODAY, entry("0301", "03", "甲名"))).isEmpty();
        long between = subjects.current("0301").orElseThrow().id();
        assertThat(apply(TODAY, entry("0301", "03", "乙名"))).isEmpty();

        assertThat(subjects.find(between))
                .hasValueSatisfying(old -> assertThat(old.name()).isEqualTo("甲名"));
        assertThat(subjects.current("0301"))
                .hasValueSatisfying(now -> assertThat(now.name()).isEqualTo("乙名"));
    }

    @Test
    void aPathIsThatOfTheTimeInWhichTheVersionHeld() {
        long id = subjects.current("0301").orElseThrow().id();
        assertThat(apply(TODAY.plusDays(1), entry("0301", "03", "入学"))).isEmpty();
        assertThat(apply(TODAY.plusDays(2), entry("03", null, "教育"))).isEmpty();
        room.on("2026-12-20T02:00:00Z");

        assertThat(subjects.find(id))
                .hasValueSatisfying(old -> assertThat(old.path()).isEqualTo("子女教育 / 子女入学"));
        assertThat(subjects.current("0301"))
                .hasValueSatisfying(now -> assertThat(now.path()).isEqualTo("教育 / 入学"));
    }

    @Test
    void aRetiredSubjectIsNoChoiceButStillFound() {
        Subject before = subjects.current("0404").orElseThrow();
        SubjectRow row = subjects.tree().row("0404");
        assertThat(edits.apply(List.of(SubjectEntry.retiring(row)), TODAY, table.version(), Actor.system()))
                .isEmpty();

        assertThat(subjects.leaves()).extracting(Subject::code).doesNotContain("0404");
        assertThat(subjects.find(before.id())).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0301, 03,   重点人员管控,        name.word",
                "0301, 03,   转学与学籍,          name.taken",
                "0301, 0301, 子女入学,            parent.circle",
                "03,   0301, 子女教育,            parent.circle",
                "0399, 77,   新事项,              parent.unknown",
                "X,    03,   新事项,              code.form",
                "0398, 03,   '',                  name.length"
            })
    void refusesWhatWouldBreakTheTreeOrItsWords(String code, String parent, String name, String fault) {
        long version = table.version();
        assertThat(apply(TODAY, entry(code, parent, name)))
                .extracting(SubjectFault::key)
                .contains("subject.fault." + fault);
        assertThat(table.version()).isEqualTo(version);
    }

    @Test
    void refusesToRetireWhatHasSubjectsBelow() {
        SubjectRow row = subjects.tree().row("03");
        assertThat(edits.apply(List.of(SubjectEntry.retiring(row)), TODAY, table.version(), Actor.system()))
                .extracting(SubjectFault::key)
                .containsExactly("subject.fault.code.below");
    }

    @Test
    void refusesAChangeToATreeThatSomebodyElseChanged() {
        long seen = table.version();
        assertThat(apply(TODAY, entry("0301", "03", "入学"))).isEmpty();
        assertThat(edits.apply(List.of(entry("0302", "03", "转学")), TODAY, seen, Actor.system()))
                .extracting(SubjectFault::key)
                .containsExactly("subject.fault.form.meanwhile");
    }

    @Test
    void refusesADayThatIsOver() {
        assertThat(apply(TODAY.minusDays(1), entry("0301", "03", "入学")))
                .extracting(SubjectFault::field)
                .containsExactly("day");
    }

    @Test
    void holdsATreeOfAnyDepth() {
        String parent = "03";
        for (int depth = 1; depth <= 9; depth++) {
            String code = "03A" + "9".repeat(depth);
            assertThat(apply(TODAY, entry(code, parent, "第" + depth + "层"))).isEmpty();
            parent = code;
        }
        assertThat(subjects.search("第9层"))
                .singleElement()
                .satisfies(leaf ->
                        assertThat(leaf.path()).startsWith("子女教育 / 第1层 / ").endsWith("第9层"));
    }

    private List<SubjectFault> apply(LocalDate day, SubjectEntry entry) {
        return edits.apply(List.of(entry), day, table.version(), Actor.system());
    }

    private static SubjectEntry entry(String code, String parent, String name) {
        return SubjectEntry.of(
                0, code, parent == null ? "" : parent, name, "-08", "complaint-duty", "《中华人民共和国教育法》", false);
    }

    private static SubjectEntry same(SubjectRow row) {
        return new SubjectEntry(
                0, row.code(), row.parent(), row.name(), row.department(), row.term(), row.basis(), false);
    }
}
