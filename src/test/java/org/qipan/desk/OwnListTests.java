package org.qipan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.ReadMarks;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkActs;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItems;
import org.qipan.worklist.Worklist;
import org.qipan.worklist.Workroom;
import org.springframework.mock.web.MockHttpServletResponse;

/** How each person arranges his own list: kept filters, order, what is unread. */
class OwnListTests {

    private static final Instant LATE = Instant.parse("2026-11-10T16:00:00Z");
    private static final Instant FAR = Instant.parse("2027-11-10T16:00:00Z");

    private final VillageList list = new VillageList();
    private final Workroom room = list.room;
    private final Staff officer = list.officer;
    private Staff worker = list.worker;
    private final UUID caseId = list.caseId;
    private final OpenLists open = room.bean(OpenLists.class);
    private final SavedFilters filters = room.bean(SavedFilters.class);

    @AfterEach
    void close() {
        list.close();
    }

    private static ListFilter lamp(String lamp) {
        return new ListFilter(null, null, null, null, null, lamp, null, null, null, null);
    }

    private static ListFilter words(String text) {
        return new ListFilter(null, null, null, null, null, null, text, null, null, null);
    }

    private static ListFilter unread() {
        return new ListFilter(null, null, null, null, null, null, null, true, null, null);
    }

    private List<Long> ids(ListFilter filter, int size) {
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            ListPage page = open.page(room.desk(worker), filter.placed(after, String.valueOf(filter.sort())), size);
            page.rows().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    @Test
    void aFilterIsKeptUnderANameAndShownAsAChipWithItsNumber() throws Exception {
        room.task(caseId, VillageList.WORKER, LATE);
        room.task(caseId, VillageList.WORKER, FAR);
        assertThat(room.ask(get("/worklist?lamp=over")).getContentAsString()).contains("存为常用");
        MockHttpServletResponse kept =
                room.ask(post("/worklist/filters").param("lamp", "over").param("name", " 已超期的 "));
        assertThat(kept.getRedirectedUrl()).isEqualTo("/worklist?tab=todo&lamp=over");
        assertThat(room.ask(get("/worklist")).getContentAsString())
                .contains("已超期的", "<span class=\"badge\">1</span>", "tab=todo&amp;lamp=over");
        assertThat(room.ask(get("/worklist?lamp=over")).getContentAsString())
                .as("it is kept already")
                .doesNotContain("存为常用");
        room.as(officer);
        assertThat(room.ask(get("/worklist")).getContentAsString())
                .as("one's filters are one's own")
                .doesNotContain("已超期的");
    }

    @Test
    void aKeptFilterIsKnownFieldsAndNothingElse() {
        ListFilter wild =
                new ListFilter("done", "everything", caseId, "  ", 7L, "over' or 1=1", " 走访 ", true, "99_9", "newest");
        filters.save(worker.id(), "走访", wild);
        assertThat(room.jdbc
                        .sql("select filter::text from saved_filter")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"text\": \"走访\", \"stage\": 7, \"unread\": true, \"campaign\": \"" + caseId + "\"}");
        assertThat(filters.of(worker.id()).get(0).filter())
                .isEqualTo(new ListFilter(null, null, caseId, null, 7L, null, "走访", true, null, null));
    }

    @Test
    void aNameIsShortFreeOfOldWordsAndTakenOnce() throws Exception {
        filters.save(worker.id(), "超期", lamp("over"));
        filters.save(worker.id(), "超期", lamp("over"));
        assertThat(filters.of(worker.id())).as("sent twice is kept once").hasSize(1);
        for (String name : new String[] {"", "  ", "一二三四五六七八九十一二三四五六七八九十一", "清查", "超期"}) {
            assertThatThrownBy(() -> filters.save(worker.id(), name, lamp("soon")))
                    .as(name)
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> filters.save(worker.id(), "空的", ListFilter.NONE))
                .isInstanceOf(Refused.class);
        MockHttpServletResponse refused =
                room.ask(post("/worklist/filters").param("lamp", "soon").param("name", "超期"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("已经有叫“超期”的筛选了", "name=\"lamp\" value=\"soon\"", "value=\"超期\"");
    }

    @Test
    void twelveFiltersAreEnough() {
        for (int i = 1; i <= 12; i++) {
            filters.save(worker.id(), "第" + i, lamp("over"));
        }
        assertThatThrownBy(() -> filters.save(worker.id(), "第13", lamp("over"))).isInstanceOf(Refused.class);
        filters.save(officer.id(), "第1", lamp("over"));
    }

    @Test
    void filtersAreRenamedOrderedAndRemovedByTheirOwnerAlone() throws Exception {
        for (String name : new String[] {"甲", "乙", "丙"}) {
            filters.save(worker.id(), name, lamp("over"));
        }
        long first = filters.of(worker.id()).get(0).id();
        room.as(officer);
        room.ask(post("/worklist/filters/" + first + "/removal"));
        room.ask(post("/worklist/filters/" + first + "/name").param("name", "别人的"));
        room.ask(post("/worklist/filters/" + first + "/place").param("forward", "false"));
        room.as(worker);
        assertThat(names()).containsExactly("甲", "乙", "丙");

        room.ask(post("/worklist/filters/" + first + "/place").param("forward", "true"));
        assertThat(names()).containsExactly("甲", "乙", "丙");
        room.ask(post("/worklist/filters/" + first + "/place").param("forward", "false"));
        assertThat(names()).containsExactly("乙", "甲", "丙");
        assertThat(room.ask(post("/worklist/filters/" + first + "/name").param("name", "丙"))
                        .getStatus())
                .isEqualTo(422);
        room.ask(post("/worklist/filters/" + first + "/name").param("name", "丁"));
        assertThat(names()).containsExactly("乙", "丁", "丙");
        assertThat(room.ask(get("/worklist/filters")).getContentAsString()).contains("丁", "把“丁”前移");
        room.ask(post("/worklist/filters/" + first + "/removal"));
        assertThat(names()).containsExactly("乙", "丙");
    }

    private List<String> names() {
        return filters.of(worker.id()).stream().map(SavedFilter::name).toList();
    }

    @Test
    void aChipIsCappedAndDoesNotLookThroughEverything() {
        room.task(caseId, VillageList.WORKER, LATE);
        copies(150);
        Desk desk = room.desk(worker);
        assertThat(open.badges(desk, List.of(lamp("over"), lamp("paused"), words("6月"), words("无"))))
                .containsExactly("99+", "0", "99+", "0");
        room.jdbc
                .sql("update work_item set paused = true where id in (select id from work_item limit 3)")
                .update();
        copies(2_000);
        assertThat(open.badges(desk, List.of(lamp("paused"))))
                .as("three among the first two thousand, perhaps more behind")
                .containsExactly("3+");
    }

    private void copies(int rows) {
        room.jdbc.sql("""
                insert into work_item (task, key, process, ref, kind, case_id, title, role, unit, created, due)
                select gen_random_uuid(), key, process, ref, kind, case_id, title, role, unit, created, due
                from (select * from work_item order by id limit 1) w, generate_series(1, :rows)
                """).param("rows", rows).update();
    }

    @Test
    void theOrderSticksAndPagesRunThroughIt() throws Exception {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(room.task(caseId, VillageList.WORKER, i % 2 == 0 ? FAR : LATE.plusSeconds(86_400L * i)));
        }
        ListFilter newest = ListFilter.NONE.placed(null, "newest");
        List<Long> reversed = new ArrayList<>(made);
        java.util.Collections.reverse(reversed);
        assertThat(ids(newest, 3)).isEqualTo(reversed);
        assertThat(ids(ListFilter.NONE.placed(null, "due"), 3))
                .isNotEqualTo(reversed)
                .hasSize(7);

        room.ask(post("/worklist/order").param("order", "newest").param("text", "6月"));
        String page = room.ask(get("/worklist")).getContentAsString();
        assertThat(page.indexOf("/tasks/" + reversed.get(0))).isLessThan(page.indexOf("/tasks/" + reversed.get(6)));
        assertThat(room.bean(NextItem.class)
                        .after(room.bean(Worklist.class).find(made.get(6)).orElseThrow(), worker))
                .as("the next one is the next of the list")
                .isEqualTo("/tasks/" + made.get(5));
        room.ask(post("/worklist/order").param("order", "due"));
        assertThat(room.bean(DeskSettings.class).sort(worker.id())).isEqualTo("due");
        assertThat(room.bean(DeskSettings.class).sort(officer.id())).isEqualTo("due");
    }

    @Test
    void newestFirstReadsAnIndexToo() {
        room.task(caseId, VillageList.WORKER, LATE);
        copies(20_000);
        room.jdbc
                .sql("update work_item set unit = (442000000000 + id % 500)::text")
                .update();
        room.jdbc.sql("analyze work_item").update();
        worker = room.person("village-worker@442000000042");
        ListSql.Bound bound = room.bean(ListSql.class)
                .page(room.desk(worker), ListFilter.NONE.placed(null, "newest"), PageKey.NEWEST, 21);
        assertThat(String.join(
                        "\n",
                        room.jdbc
                                .sql("explain " + bound.sql())
                                .params(bound.parameters())
                                .query(String.class)
                                .list()))
                .contains("work_item_newest_idx")
                .doesNotContain("Seq Scan on work_item");
    }

    @Test
    void whatWasOpenedIsReadForHimAlone() throws Exception {
        long id = room.task(caseId, VillageList.WORKER, FAR);
        long other = room.task(caseId, VillageList.WORKER, FAR);
        assertThat(room.ask(get("/worklist")).getContentAsString()).contains("worklist-row-unread", "未读");
        room.ask(get("/tasks/" + id));
        room.ask(get("/tasks/" + id));
        assertThat(ids(unread(), 20)).containsExactly(other);
        assertThat(row(id).unread()).isFalse();
        assertThat(row(other).unread()).isTrue();
        Staff colleague = worker;
        worker = room.person(VillageList.WORKER);
        assertThat(ids(unread(), 20)).containsExactly(id, other);
        worker = colleague;
        room.as(officer);
        room.ask(get("/tasks/" + other));
        assertThat(marks()).as("looking on from above is not remembered").isEqualTo(1);
        assertThat(open.page(
                                room.desk(officer),
                                new ListFilter(null, "below", null, null, null, null, null, true, null, null),
                                20)
                        .rows())
                .hasSize(2)
                .noneMatch(ListRow::unread);
    }

    private ListRow row(long id) {
        return open.page(room.desk(worker), ListFilter.NONE, 50).rows().stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private int marks() {
        return room.jdbc
                .sql("select count(*) from item_seen")
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasUrgedMovedOrReturnedIsNewAgain() {
        ReadMarks marks = room.bean(ReadMarks.class);
        Worklist worklist = room.bean(Worklist.class);
        long id = room.task(caseId, VillageList.WORKER, FAR);
        marks.opened(id, worker.id());
        worklist.urge(
                List.of(worklist.find(id).orElseThrow().ref()),
                officer.id(),
                officer.posts().get(0));
        room.clock.advance(java.time.Duration.ofSeconds(16));
        room.bean(org.qipan.worklist.Urges.class).tell();
        assertThat(row(id).unread()).isTrue();

        marks.opened(id, worker.id());
        room.transaction.executeWithoutResult(status -> room.bean(WorkItems.class)
                .reroute(worklist.find(id).orElseThrow(), Post.of("village-head@" + Workroom.VILLAGE)));
        assertThat(marks()).isZero();

        room.page.facts = new WorkFacts(caseId, "走访服务", null, FAR, null, false, false, false, true);
        assertThat(row(room.task(VillageList.WORKER)).unread()).isTrue();
    }

    @Test
    void nothingIsRememberedOfWhatIsClosed() {
        ReadMarks marks = room.bean(ReadMarks.class);
        Worklist worklist = room.bean(Worklist.class);
        long done = room.task(caseId, VillageList.WORKER, FAR);
        long gone = room.task(caseId, VillageList.WORKER, FAR);
        marks.opened(done, worker.id());
        marks.opened(gone, worker.id());
        assertThat(marks()).isEqualTo(2);
        room.bean(WorkActs.class).close(worklist.find(done).orElseThrow(), 0, worker.id(), "completed");
        String task = worklist.find(gone).orElseThrow().task();
        room.transaction.executeWithoutResult(status -> room.engine.complete(task, java.util.Map.of()));
        assertThat(marks()).isZero();
        marks.opened(done, worker.id());
        assertThat(marks()).as("too late").isZero();
    }
}
