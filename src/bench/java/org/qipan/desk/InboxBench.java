package org.qipan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Country;
import org.qipan.Duel;
import org.qipan.Figures;
import org.qipan.Installation;
import org.qipan.Seed;
import org.qipan.StockEngine;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First page and badge with a million open items: 100 at each of 10,000 villages, so 2,500 below a township and 50,000 below a county. The
 * stock engine answers the same question by its task query: page by due date, and count.
 */
@Bench
@Tag("inbox")
class InboxBench {

    private static final int EACH = 100;
    private static final int SIZE = 20;
    private static final ListFilter BELOW = ListFilter.NONE.of(null, "below");

    private static Installation qipan;
    private static StockEngine stock;

    @BeforeAll
    static void fill() {
        qipan = new Installation("camunda.bpm.job-execution.enabled=false");
        stock = new StockEngine(java.util.Map.of());
        Country.found(qipan.jdbc);
        items(qipan.jdbc);
        tasks(stock.jdbc);
    }

    @AfterAll
    static void close() {
        stock.close();
        qipan.close();
    }

    private static void items(JdbcClient jdbc) {
        jdbc.sql("""
                insert into case_file (id, kind, number, title, unit, area, owner_area, started_by, opened)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'campaign', '号' || n, '集中服务活动' || n, :unit,
                    980100000000, 980100000000, '00000000-0000-0000-0000-000000000000', timestamptz '2026-11-01 08:00+08'
                from generate_series(0, 19) n""").param("unit", Country.PREFECTURE).update();
        jdbc.sql("""
                insert into case_exclusion (case_id, staff, at)
                select id, gen_random_uuid(), opened from case_file, generate_series(1, 50)""").update();
        Seed.into(jdbc, "work_item", """
                insert into work_item (task, key, process, ref, kind, case_id, number, title, subject, stage, role, unit, village, township,
                    county, prefecture, province, created, due)
                select 't' || n || '-' || i, 'Task_WorkChecklist', 'campaign-unit', n * 100 + i, 'campaign',
                    ('00000000-0000-7000-8000-' || lpad((i %% 20)::text, 12, '0'))::uuid, '号' || i %% 20, '集中服务活动' || i %% 20,
                    '走访服务', i %% 20, 'village-worker', code, code::bigint, left(code, 9)::bigint * 1000, left(code, 6)::bigint * 1000000,
                    980100000000, 980000000000, timestamptz '2026-11-01 08:00+08',
                    timestamptz '2026-11-10 00:00+08' + hashint4(n * 100 + i) %% 40000 * interval '1 minute'
                from (select n, %s as code from generate_series(0, 9999) n) villages, generate_series(1, 100) i
                order by hashint4(n * 100 + i)""".formatted(Country.VILLAGE_CODE));
    }

    private static void tasks(JdbcClient jdbc) {
        Seed.into(jdbc, "act_ru_task", """
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_, create_time_,
                    due_date_, suspension_state_)
                select 't' || n || '-' || i, 1, null, null, null, '走访服务', 'Task_WorkChecklist', 50, timestamp '2026-11-01 08:00',
                    timestamp '2026-11-10 00:00' + hashint4(n * 100 + i) % 40000 * interval '1 minute', 1
                from generate_series(0, 9999) n, generate_series(1, 100) i order by hashint4(n * 100 + i)""");
        Seed.into(jdbc, "act_ru_identitylink", """
                insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                select 'l' || n || '-' || i, 1, 'village-worker@' || %s, 'candidate', 't' || n || '-' || i
                from generate_series(0, 9999) n, generate_series(1, 100) i order by hashint4(n * 100 + i)""".formatted(Country.VILLAGE_CODE));
    }

    @Test
    void village() {
        Staff worker = qipan.employ("village-worker", Country.VILLAGE);
        compare("village, 100 hits, own post", worker, ListFilter.NONE, 0, 1, EACH, "≥ 5");
    }

    @Test
    void township() {
        Staff officer = qipan.employ("township-officer", Country.TOWNSHIP);
        compare("township, 2,500 hits below", officer, BELOW, 0, 25, 25 * EACH, "≥ 20");
    }

    @Test
    void county() {
        Staff officer = qipan.employ("district-officer", Country.COUNTY);
        compare("county, 50,000 hits below", officer, BELOW, 0, 500, 500 * EACH, "≥ 200");
    }

    private static void compare(
            String who, Staff staff, ListFilter filter, int first, int villages, int hits, String aim) {
        OpenLists lists = qipan.bean(OpenLists.class);
        Desk desk = qipan.bean(Desks.class).of(staff);
        assertThat(lists.page(desk, filter, SIZE).rows()).hasSize(SIZE);
        assertThat(query(first, villages).count()).isEqualTo(hits);
        Duel.Result result = new Duel(hits > 10_000 ? 3 : 20)
                .way(Figures.STOCK, () -> {
                    query(first, villages).orderByDueDate().asc().listPage(0, SIZE);
                    query(first, villages).count();
                })
                .way(Figures.QIPAN, () -> {
                    lists.page(desk, filter, SIZE);
                    lists.count(desk, filter);
                })
                .way(Figures.FLOOR, floor(filter, staff))
                .run();
        Figures.compare("inbox, 1 M open items: " + who, result, true, aim);
        String cookie = qipan.cookie(staff);
        String path = "/worklist" + (filter.wantsBelow() ? "?scope=below" : "");
        assertThat(qipan.page(path, cookie)).contains("走访服务");
        Figures.add(
                "inbox, 1 M open items: " + who + ", whole page through HTTP",
                Figures.often(200, () -> qipan.page(path, cookie)),
                who.startsWith("township") ? "p95 ≤ 20 ms" : "");
    }

    private static TaskQuery query(int first, int villages) {
        TaskService tasks = stock.engine.getTaskService();
        List<String> groups = IntStream.range(first, first + villages)
                .mapToObj(n -> "village-worker@9801%02d%03d%d".formatted(n / 500 + 1, n / 25 % 20 + 1, n % 25 + 201))
                .toList();
        return tasks.createTaskQuery().taskCandidateGroupIn(groups);
    }

    /** What the page costs at least: the same index, no marks, nobody excluded, and as many entries as the badge counts. */
    private static Figures.Work floor(ListFilter filter, Staff staff) {
        String unit = staff.posts().get(0).unit();
        String column = unit.endsWith("000000") ? "county" : "township";
        String where = filter.wantsBelow() ? column + " = :unit" : "role = 'village-worker' and unit = :unit";
        Object value = filter.wantsBelow() ? (Object) Long.valueOf(unit) : unit;
        return () -> {
            qipan.jdbc
                    .sql("select * from work_item where state = 'open' and " + where + " order by due, id limit 21")
                    .param("unit", value)
                    .query()
                    .listOfRows();
            qipan.jdbc
                    .sql("select count(*) from (select 1 from work_item where state = 'open' and " + where
                            + " limit 100) c")
                    .param("unit", value)
                    .query(Integer.class)
                    .single();
        };
    }
}
