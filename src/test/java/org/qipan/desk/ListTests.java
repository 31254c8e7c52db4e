package org.qipan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Copies;
import org.qipan.worklist.CopyRead;
import org.qipan.worklist.WorkActs;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.Worklist;
import org.qipan.worklist.Workroom;
import org.springframework.context.PayloadApplicationEvent;

class ListTests {

    private static final String WORKER = "village-worker@" + Workroom.VILLAGE;
    private static final String OFFICER = "township-officer@" + Workroom.TOWN;

    private final Workroom room = new Workroom();
    private final OpenLists open = room.bean(OpenLists.class);
    private Staff officer;
    private UUID caseId;

    @BeforeEach
    void aCase() {
        officer = room.person(OFFICER);
        caseId = room.openCase(officer, "6月集中服务活动");
    }

    private static ListFilter filter(String scope, String lamp, String text, String after) {
        return new ListFilter("todo", scope, null, null, null, lamp, text, null, after, null);
    }

    private List<Long> walk(Desk desk, String scope, int size) {
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            ListPage page = open.page(desk, filter(scope, null, null, after), size);
            page.rows().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    @Test
    void showsWhatANaiveQueryShowsForRandomPostsAndAreas() {
        Random random = new Random(20180601);
        List<String> units =
                List.of("442000007001", "442000007002", "442000007000", "442000008001", "442000000000", "350212001001");
        List<String> roles = List.of("village-worker", "township-officer", "city-leader", "liaison");
        for (int i = 0; i < 300; i++) {
            String group = roles.get(random.nextInt(roles.size())) + "@" + units.get(random.nextInt(units.size()));
            Instant due = random.nextInt(4) == 0
                    ? null
                    : Instant.parse("2026-11-20T16:00:00Z").plusSeconds(86_400L * random.nextInt(9));
            room.task(caseId, group, due);
        }
        for (String[] posts : new String[][] {
            {"township-officer@442000007000"},
            {"township-officer@442000007000", "city-leader@442000000000"},
            {"village-worker@442000007001", "liaison@442000007000", "village-worker@350212001001"},
            {"township-officer@442000007000", "township-officer@442000008000"}
        }) {
            Staff staff = room.person(posts);
            assertThat(walk(room.desk(staff), "mine", 7))
                    .isEqualTo(naive(staff, "(role || '@' || unit) = any (:groups)"));
            assertThat(walk(room.desk(staff), "below", 7)).isEqualTo(naiveBelow(staff));
        }
    }

    @Test
    void anItemThatWasUrgedSaysSo() {
        long id = room.task(caseId, OFFICER, null);
        Worklist worklist = room.bean(Worklist.class);
        assertThat(row().urged()).isFalse();
        worklist.urge(
                List.of(worklist.find(id).orElseThrow().ref()),
                officer.id(),
                officer.posts().get(0));
        assertThat(row().urged()).as("it can still be undone").isFalse();
        room.clock.advance(java.time.Duration.ofSeconds(16));
        room.bean(org.qipan.worklist.Urges.class).tell();
        assertThat(row().urged()).isTrue();
    }

    @Test
    void whatCameBackSaysSoThoughItIsLate() {
        Instant yesterday = Instant.parse("2026-11-19T16:00:00Z");
        room.page.facts = new WorkFacts(caseId, "走访服务", null, yesterday, null, false, false, false, true);
        room.task(OFFICER);
        assertThat(row().returned()).isTrue();
        assertThat(row().lamp().lamp().code()).isEqualTo("overdue");
    }

    @Test
    void whatAUnitHasReadLeavesTheListsOfAllItsPosts() {
        PastLists past = room.bean(PastLists.class);
        Copies copies = room.bean(Copies.class);
        Staff worker = room.person(WORKER);
        for (String post : List.of(WORKER, "village-head@" + Workroom.VILLAGE, OFFICER)) {
            copies.send(caseId, "通报", "/circulars/1", post, officer.id());
            copies.send(caseId, "另一份", "/circulars/2", post, officer.id());
        }
        assertThat(past.toRead(room.desk(worker), ListFilter.NONE, 20).rows())
                .extracting(ListRow::url)
                .containsExactly("/circulars/2", "/circulars/1");

        copies.read("/circulars/1", List.of(Workroom.VILLAGE), worker.id());

        assertThat(past.toRead(room.desk(worker), ListFilter.NONE, 20).rows())
                .extracting(ListRow::url)
                .containsExactly("/circulars/2");
        assertThat(past.countToRead(room.desk(room.person("village-head@" + Workroom.VILLAGE))))
                .isEqualTo(1);
        assertThat(past.countToRead(room.desk(officer)))
                .as("the other unit has read nothing")
                .isEqualTo(2);
    }

    @Test
    void readingInTheListTellsTheCapabilityWhosePageItIs() {
        List<CopyRead> heard = new ArrayList<>();
        room.context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> news && news.getPayload() instanceof CopyRead read) {
                heard.add(read);
            }
        });
        Copies copies = room.bean(Copies.class);
        Staff worker = room.person(WORKER);
        copies.send(caseId, "通报", "/circulars/1", WORKER, officer.id());
        copies.send(caseId, "案件", null, WORKER, officer.id());
        List<ListRow> rows = room.bean(PastLists.class)
                .toRead(room.desk(worker), ListFilter.NONE, 20)
                .rows();

        assertThat(copies.read(rows.get(0).id(), room.person(OFFICER))).isFalse();
        rows.forEach(row -> assertThat(copies.read(row.id(), worker)).isTrue());

        assertThat(heard).containsExactly(new CopyRead("/circulars/1", Workroom.VILLAGE, worker.id()));
    }

    @Test
    void whatWaitsInAClosedStageSaysSoAndHasNoClock() {
        room.task(caseId, OFFICER, Instant.parse("2026-11-10T16:00:00Z"));
        room.jdbc
                .sql("update work_item set stage = 7 where case_id = ?")
                .param(caseId)
                .update();
        Worklist worklist = room.bean(Worklist.class);
        assertThat(row().lamp()).isNotNull();

        worklist.ended(7, true);
        assertThat(row().ended()).isTrue();
        assertThat(row().lamp()).isNull();
        assertThat(open.page(room.desk(officer), filter("mine", "over", null, ""), 9)
                        .rows())
                .as("nothing to be late with")
                .isEmpty();

        worklist.ended(7, false);
        assertThat(row().ended()).isFalse();
    }

    private ListRow row() {
        return open.page(room.desk(officer), filter("mine", null, null, ""), 9)
                .rows()
                .get(0);
    }

    private List<Long> naive(Staff staff, String where) {
        return room.jdbc
                .sql("select id from work_item where state = 'open' and " + where + " order by due, id")
                .param("groups", staff.posts().stream().map(Post::group).toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private List<Long> naiveBelow(Staff staff) {
        return room.jdbc.sql("select id, unit, due from work_item where state = 'open'").query().listOfRows().stream()
                .filter(row ->
                        staff.posts().stream().noneMatch(post -> post.unit().equals(row.get("unit"))))
                .filter(row -> staff.posts().stream()
                        .filter(post ->
                                post.role().endsWith("-officer") || post.role().endsWith("-leader"))
                        .anyMatch(post -> ((String) row.get("unit"))
                                .startsWith(post.unit().replaceFirst("0+$", ""))))
                .sorted(Comparator.comparing(
                                (java.util.Map<String, Object> row) -> ((java.sql.Timestamp) row.get("due")).getTime())
                        .thenComparing(row -> (Long) row.get("id")))
                .map(row -> (Long) row.get("id"))
                .toList();
    }

    @Test
    void aPageIsTheSameAfterOthersWereAddedBeforeIt() {
        Staff worker = room.person(WORKER);
        Instant due = Instant.parse("2026-11-30T16:00:00Z");
        for (int i = 0; i < 9; i++) {
            room.task(caseId, WORKER, due);
        }
        ListPage first = open.page(room.desk(worker), filter("mine", null, null, ""), 3);
        ListPage second = open.page(room.desk(worker), filter("mine", null, null, first.next()), 3);
        room.task(caseId, WORKER, Instant.parse("2026-11-21T16:00:00Z"));
        ListPage again = open.page(room.desk(worker), filter("mine", null, null, first.next()), 3);
        assertThat(again.rows()).isEqualTo(second.rows());
    }

    @Test
    void theLampFilterAgreesWithTheLampShown() {
        Staff worker = room.person(WORKER);
        for (int day = -3; day < 40; day++) {
            room.task(caseId, WORKER, Instant.parse("2026-11-20T16:00:00Z").plusSeconds(86_400L * day));
        }
        room.task(caseId, WORKER, null);
        room.jdbc
                .sql("update work_item set started = :at")
                .param("at", java.time.OffsetDateTime.parse("2026-11-01T00:00:00+08:00"))
                .update();
        Desk desk = room.desk(worker);
        java.util.Map.of("over", "overdue", "soon", "due-soon", "normal", "normal")
                .forEach((asked, shown) -> {
                    List<ListRow> rows = open.page(desk, filter("mine", asked, null, ""), 100)
                            .rows();
                    assertThat(rows).isNotEmpty().allSatisfy(row -> {
                        if (row.lamp() != null) {
                            assertThat(row.lamp().lamp().code()).isEqualTo(shown);
                        }
                    });
                });
        assertThat(open.page(desk, filter("mine", "over", null, ""), 100).rows().size()
                        + open.page(desk, filter("mine", "soon", null, ""), 100)
                                .rows()
                                .size()
                        + open.page(desk, filter("mine", "normal", null, ""), 100)
                                .rows()
                                .size())
                .isEqualTo(44);
    }

    @Test
    void findsTextWithoutTakingPercentForAPattern() {
        Staff worker = room.person(WORKER);
        room.task(room.openCase(officer, "完成率 100% 的通报"), WORKER, null);
        room.task(caseId, WORKER, null);
        assertThat(open.page(room.desk(worker), filter("mine", null, "0%", ""), 20)
                        .rows())
                .hasSize(1);
        assertThat(open.page(room.desk(worker), filter("mine", null, "%月", ""), 20)
                        .rows())
                .isEmpty();
    }

    @Test
    void capsCountsAtAHundred() {
        Staff worker = room.person(WORKER);
        for (int i = 0; i < 120; i++) {
            room.task(caseId, WORKER, null);
        }
        int count = open.count(room.desk(worker), ListFilter.NONE);
        assertThat(ListView.capped(count)).isEqualTo("99+");
    }

    @Test
    void anExclusionSubtractsTheCaseEverywhere() {
        Staff worker = room.person(WORKER);
        long item = room.task(caseId, WORKER, null);
        room.bean(Worklist.class).copy(caseId, Said.typed("请看"), WORKER, officer.id());
        room.as(worker);
        room.bean(WorkActs.class)
                .add(room.bean(Worklist.class).find(item).orElseThrow(), worker.id(), Post.of(WORKER), "claimed");
        PastLists past = room.bean(PastLists.class);
        Exclusions exclusions = room.bean(Exclusions.class);
        Runnable[] exclude = {
            () -> exclusions.exclude(caseId, worker.id(), null),
            () -> exclusions.exclude(caseId, Workroom.TOWN, "被反映单位")
        };
        assertThat(open.count(room.desk(worker), ListFilter.NONE)).isEqualTo(1);
        assertThat(past.countToRead(room.desk(worker))).isEqualTo(1);
        assertThat(past.done(room.desk(worker), ListFilter.NONE, 20).rows()).hasSize(1);
        assertThat(past.started(room.desk(officer), ListFilter.NONE, 20).rows()).hasSize(1);
        for (Runnable exclusion : exclude) {
            room.jdbc.sql("delete from case_exclusion").update();
            exclusion.run();
            Desk desk = room.desk(worker);
            assertThat(open.page(desk, ListFilter.NONE, 20).rows()).isEmpty();
            assertThat(open.count(desk, ListFilter.NONE)).isZero();
            assertThat(open.choices(desk, ListFilter.NONE).campaigns()).isEmpty();
            assertThat(past.countToRead(desk)).isZero();
            assertThat(past.toRead(desk, ListFilter.NONE, 20).rows()).isEmpty();
            assertThat(past.done(desk, ListFilter.NONE, 20).rows()).isEmpty();
            assertThat(room.bean(Workbench.class).today(worker).toRead()).isZero();
        }
        assertThat(open.page(room.desk(officer), filter("below", null, null, ""), 20)
                        .rows())
                .isEmpty();
        assertThat(past.started(room.desk(officer), ListFilter.NONE, 20).rows()).isEmpty();
    }

    @Test
    void walksDoneCopiesAndStartedToTheEndWithoutRepeating() {
        PastLists past = room.bean(PastLists.class);
        for (int i = 0; i < 11; i++) {
            UUID one = room.openCase(officer, "事项 " + i);
            room.bean(Worklist.class).copy(one, Said.typed("请看 " + i), OFFICER, officer.id());
        }
        Desk desk = room.desk(officer);
        List<ListRow> copies = new ArrayList<>();
        List<ListRow> started = new ArrayList<>();
        for (String after = ""; after != null; ) {
            ListPage page = past.toRead(desk, filter(null, null, null, after), 4);
            copies.addAll(page.rows());
            after = page.next();
        }
        for (String after = ""; after != null; ) {
            ListPage page = past.started(desk, filter(null, null, null, after), 4);
            started.addAll(page.rows());
            after = page.next();
        }
        assertThat(copies).extracting(ListRow::subject).hasSize(11).doesNotHaveDuplicates();
        assertThat(started).extracting(ListRow::caseId).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void readsAnIndexAndNotTheTableOfAHundredThousand() {
        room.task(caseId, WORKER, null);
        room.jdbc.sql("""
                        insert into work_item (task, key, process, ref, kind, case_id, title, role, unit, village, township, prefecture, province,
                            created, due)
                        select 't' || n, key, process, 'r' || n, kind, case_id, title, case n % 2 when 0 then role else 'village-head' end,
                            (442000000000 + n % 5000)::text, 442000000000 + n % 5000, 442000000000 + (n % 5000) / 1000 * 1000, prefecture,
                            province, created, created + n * interval '1 minute'
                        from work_item, generate_series(1, 100000) n
                        """).update();
        room.jdbc.sql("analyze work_item").update();
        assertThat(plan(
                        room.desk(room.person("village-worker@442000000042", "village-head@442000000043")),
                        ListFilter.NONE))
                .contains("work_item_mine_idx")
                .doesNotContain("Seq Scan on work_item");
        assertThat(plan(room.desk(room.person("township-officer@442000003000")), filter("below", null, null, "")))
                .contains("work_item_township_idx")
                .doesNotContain("Seq Scan on work_item");
    }

    private String plan(Desk desk, ListFilter filter) {
        ListSql.Bound bound = room.bean(ListSql.class).page(desk, filter, PageKey.FIRST, 21);
        return String.join(
                "\n",
                room.jdbc
                        .sql("explain " + bound.sql())
                        .params(bound.parameters())
                        .query(String.class)
                        .list());
    }
}
