package org.qipan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Figures;
import org.qipan.directory.Staff;
import org.qipan.worklist.Workroom;
import org.springframework.test.web.servlet.MockMvc;

/** A township officer with 100,000 open items of his own post, and as many at the villages below. */
@Bench
@Tag("worklist")
class WorklistBench {

    private static final int OPEN = 100_000;
    private static final int SIZE = 20;
    private static final int RUNS = 100;

    private final Workroom room = new Workroom();
    private final OpenLists lists = room.bean(OpenLists.class);
    private final Staff officer = room.person("township-officer@" + Workroom.TOWN);
    private final Desk desk = room.desk(officer);

    @Test
    void aLongList() throws Exception {
        fill(room.openCase(officer, "集中服务活动"));
        String fiftieth = after(50);
        measure("first page", () -> assertThat(page("mine", "").rows()).hasSize(SIZE));
        measure("page 50", () -> assertThat(page("mine", fiftieth).rows()).hasSize(SIZE));
        measure(
                "first page of the villages below",
                () -> assertThat(page("below", "").rows()).hasSize(SIZE));
        measure(
                "badge (99+)",
                () -> assertThat(lists.count(desk, ListFilter.NONE)).isEqualTo(100));
        measure(
                "campaigns the filter offers",
                () -> assertThat(lists.choices(desk, ListFilter.NONE).campaigns())
                        .hasSize(1));
        ListFilter newest = ListFilter.NONE.placed("", "newest");
        measure(
                "first page, newest first",
                () -> assertThat(lists.page(desk, newest, SIZE).rows()).hasSize(SIZE));
        ListFilter words = new ListFilter(null, "below", null, null, null, null, "走访服务 17", null, null, null);
        measure(
                "numbers of twelve kept filters by words, units below",
                () -> assertThat(lists.badges(desk, java.util.Collections.nCopies(12, words)))
                        .hasSize(12));
        MockMvc mvc = room.mvc();
        measure(
                "whole page in HTML",
                () -> mvc.perform(get("/worklist").with(user("u"))).andExpect(status().isOk()));
        measure(
                "whole page 50 in HTML",
                () -> mvc.perform(get("/worklist?after=" + fiftieth).with(user("u")))
                        .andExpect(status().isOk()));
    }

    private static void measure(String what, Figures.Work work) {
        Figures.add("worklist, 100,000 open items: " + what, Figures.often(RUNS, work), "");
    }

    private ListPage page(String scope, String after) {
        return lists.page(desk, new ListFilter("todo", scope, null, null, null, null, null, null, after, null), SIZE);
    }

    /** Key of the page with this number, walked to page by page. */
    private String after(int number) {
        String after = "";
        for (int page = 1; page < number; page++) {
            after = page("mine", after).next();
        }
        return after;
    }

    private void fill(UUID campaign) {
        room.jdbc.sql("""
                insert into work_item (task, key, process, ref, kind, case_id, number, title, subject, stage, role, unit, village, township,
                    prefecture, province, created, due)
                select 't' || n, 'Task_Review', 'campaign-unit', n, 'campaign', :case, '民众活〔2026〕1号', '集中服务活动', '走访服务 ' || n, 7,
                    case when own then 'township-officer' else 'village-worker' end,
                    case when own then '442000007000' else village end, case when own then null else village::bigint end,
                    442000007000, 442000000000, 440000000000, timestamptz '2026-11-01 08:00+08',
                    timestamptz '2026-11-10 00:00+08' + n % 4000 * interval '10 minutes'
                from (select n, n % 2 = 0 as own, '442000007' || lpad((n % 19 + 200)::text, 3, '0') as village
                    from generate_series(1, :rows) n) rows""").param("case", campaign).param("rows", 2 * OPEN).update();
        room.jdbc.sql("vacuum analyze work_item").update();
    }
}
