package org.qipan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Country;
import org.qipan.Duel;
import org.qipan.Figures;
import org.qipan.Installation;
import org.qipan.Seed;

/** 100,000 items fall overdue at one instant: lamps, and who is told one level up, while people read their worklists. */
@Bench
@Tag("timers")
class TimersBench {

    private static final int OVERDUE = 100_000;

    @Test
    void allAtOnce() throws Exception {
        try (Installation qipan = new Installation("camunda.bpm.job-execution.enabled=false")) {
            Country.found(qipan.jdbc);
            fill(qipan);
            String cookie = qipan.cookie(qipan.employ("township-officer", Country.TOWNSHIP));
            Figures.often(100, () -> page(qipan, cookie));
            double[] calm = new double[200];
            for (int i = 0; i < calm.length; i++) {
                calm[i] = Figures.once(() -> page(qipan, cookie));
            }
            List<Double> stormy = new CopyOnWriteArrayList<>();
            AtomicBoolean over = new AtomicBoolean();
            Thread reader = new Thread(() -> {
                while (!over.get()) {
                    stormy.add(Figures.once(() -> page(qipan, cookie)));
                }
            });
            reader.start();
            double took = Figures.once(() -> qipan.bean(OverdueSweep.class).sweep());
            over.set(true);
            reader.join();
            assertThat(count(qipan, "urge where kind = 'supervise'")).isEqualTo(OVERDUE);
            assertThat(count(qipan, "work_copy where reason = 'supervise'")).isEqualTo(OVERDUE);
            Figures.add("100,000 items fall overdue: all supervised one level up", Figures.time(took), "≤ 10 s");
            double before = Duel.quantile(calm, 0.95);
            double meanwhile = Duel.quantile(
                    stormy.stream().mapToDouble(Double::doubleValue).toArray(), 0.95);
            Figures.add(
                    "100,000 items fall overdue: worklist p95, calm / meanwhile",
                    Figures.time(before) + " / " + Figures.time(meanwhile),
                    "≤ 2 × calm");
        }
    }

    private static void page(Installation qipan, String cookie) {
        assertThat(qipan.page("/worklist?scope=below", cookie)).contains("走访服务");
    }

    private static int count(Installation qipan, String rows) {
        return qipan.jdbc
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    private static void fill(Installation qipan) {
        qipan.jdbc.sql("""
                insert into case_file (id, kind, number, title, unit, area, owner_area, started_by, opened)
                values ('00000000-0000-7000-8000-000000000000', 'campaign', '号', '集中服务活动', :unit, 980100000000, 980100000000,
                    '00000000-0000-0000-0000-000000000000', now())""").param("unit", Country.PREFECTURE).update();
        Seed.into(qipan.jdbc, "work_item", """
                insert into work_item (task, key, process, ref, kind, case_id, number, title, subject, stage, role, unit, village, township,
                    county, prefecture, province, created, due)
                select 't' || n || '-' || i, 'Task_WorkChecklist', 'campaign-unit', n * 100 + i, 'campaign',
                    '00000000-0000-7000-8000-000000000000', '号', '集中服务活动', '走访服务', 1, 'village-worker', code, code::bigint,
                    left(code, 9)::bigint * 1000, left(code, 6)::bigint * 1000000, 980100000000, 980000000000, now() - interval '9 days',
                    date_trunc('second', now() - interval '1 second')
                from (select n, %s as code from generate_series(0, 9999) n) villages, generate_series(1, 10) i""".formatted(Country.VILLAGE_CODE));
    }
}
