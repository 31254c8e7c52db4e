package org.qipan.problem;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.qipan.casefile.CaseEvent;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.qipan.workflow.EngineContext.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is there, and what each of them does with a problem. */
class ProblemStory {

    /** Friday 2026-11-20, 10:00. */
    static final Instant FRIDAY = Instant.parse("2026-11-20T02:00:00Z");

    final Ladder ladder;
    final DemoDesk desk;
    private final Problems problems;
    private final ProblemTable table;
    private final CaseFiles cases;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final TransactionTemplate transaction;
    private final ProblemNode.Someone someone;

    Staff worker = nobody();
    Staff officer = nobody();
    Staff city = nobody();

    ProblemStory(
            Directory ladder,
            DemoDesk desk,
            Problems problems,
            ProblemTable table,
            CaseFiles cases,
            JdbcClient jdbc,
            MovableClock clock,
            TransactionTemplate transaction,
            ProblemNode.Someone someone) {
        this.ladder = (Ladder) ladder;
        this.desk = desk;
        this.problems = problems;
        this.table = table;
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.someone = someone;
    }

    private static Staff nobody() {
        return new Staff(new UUID(0, 0), "nobody", "nobody", true, List.of());
    }

    /** A village, its town and the city, one person each; it is Friday morning. */
    void begin() {
        at(FRIDAY);
        ladder.people.clear();
        worker = ladder.person(new Post("village-worker", Ladder.VILLAGE));
        officer = ladder.person(new Post("township-officer", Ladder.TOWN));
        city = ladder.person(new Post("city-officer", Ladder.CITY));
        as(worker);
    }

    void end() {
        clock.reset();
    }

    void at(Instant moment) {
        clock.set(moment);
    }

    void as(Staff staff) {
        someone.now = staff;
    }

    UUID raised() {
        return raised(ProblemKind.POLICY, false, false);
    }

    UUID raised(ProblemKind kind, boolean urgent, boolean skip) {
        return raised(worker, kind, urgent, skip);
    }

    UUID raised(Staff by, ProblemKind kind, boolean urgent, boolean skip) {
        return problems.raise(
                new Raising("出租屋登记口径不一致", "两个部门要求的表不同。", kind, urgent, skip, null, null, List.of()),
                by,
                by.posts().get(0));
    }

    /** Raised from an open task of a case. */
    UUID raisedFrom(UUID origin, String key, Staff by) {
        as(by);
        return problems.raise(
                new Raising(
                        "需要协调",
                        "两家各说各的。",
                        ProblemKind.COOPERATION,
                        false,
                        false,
                        null,
                        new Problem.Origin(ItemOrigin.KIND, item(origin, key)),
                        List.of()),
                by,
                by.posts().get(0));
    }

    /** Does the open task of a problem as its page does. */
    void does(UUID problem, String key, Staff by, String... typed) {
        as(by);
        desk.complete(item(problem, key), by, typed);
    }

    void answers(UUID problem, Staff by) {
        does(problem, ProblemProcess.HANDLE, by, "decision", "answer", "answer", "以街道的表为准。");
    }

    void passesUp(UUID problem, Staff by) {
        does(problem, ProblemProcess.HANDLE, by, "decision", "up", "answer", "需要市里统一口径。");
    }

    void confirms(UUID problem, String decision) {
        does(problem, ProblemProcess.CONFIRM, worker, "decision", decision, "remark", "还差一份样表。");
    }

    void withdraws(UUID problem, Staff by) {
        problems.withdraw(problem, "已自行解决", by);
    }

    long item(UUID problem, String key) {
        return desk.item(problem.toString(), key);
    }

    Problem now(UUID problem) {
        return table.find(problem).orElseThrow();
    }

    /** The posts that have an open task of it. */
    List<String> waitsFor(UUID problem) {
        return jdbc.sql("select role || '@' || unit from work_item where case_id = ? and state = 'open'")
                .param(problem)
                .query(String.class)
                .list();
    }

    /** What was done, oldest first, each with the words of its post. */
    List<String> acts(UUID problem) {
        List<CaseEvent> events = new java.util.ArrayList<>(cases.timeline(problem));
        java.util.Collections.reverse(events);
        return events.stream().map(event -> event.act() + " " + event.title()).toList();
    }

    /** Days on which nobody works although they are weekdays. */
    void holidays(Set<String> days) {
        Consumer<String> holiday = day -> jdbc.sql(
                        "insert into calendar_day (day, kind, name, source) values (cast(? as date), 'holiday', '国庆节', 'test')")
                .param(day)
                .update();
        transaction.executeWithoutResult(status -> {
            days.forEach(holiday);
            jdbc.sql("update calendar_version set version = version + 1").update();
        });
    }
}
