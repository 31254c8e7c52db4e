package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.qipan.Bench;
import org.qipan.Country;
import org.qipan.Duel;
import org.qipan.Figures;
import org.qipan.Installation;
import org.qipan.directory.Staff;
import org.qipan.task.Finish;

/** A stage goes down to 10,000 villages in 400 townships while people work, and all of them finish it. */
@Bench
@Tag("launch")
@Tag("join")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchBench {

    private static final int WINDOWS = 4;

    private static Installation qipan;
    private static WideCampaign campaign;

    @BeforeAll
    static void found() {
        qipan = new Installation();
        Country.found(qipan.jdbc);
        campaign = new WideCampaign(qipan, 20);
    }

    @AfterAll
    static void close() {
        qipan.close();
    }

    @Test
    @Order(1)
    void launch() throws Exception {
        String cookie = qipan.cookie(qipan.employ("township-officer", Country.TOWNSHIP));
        Figures.often(50, () -> qipan.page("/worklist?scope=below", cookie));
        List<Double> pages = new ArrayList<>();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        double[] took = new double[1];
        AtomicBoolean over = new AtomicBoolean();
        long heap = Figures.peakHeap(() -> {
            Future<?> reading = reader.submit(() -> {
                while (!over.get()) {
                    pages.add(Figures.once(() -> qipan.page("/worklist?scope=below", cookie)));
                }
            });
            took[0] = Figures.once(() -> {
                campaign.open();
                campaign.await(Country.VILLAGES);
            });
            over.set(true);
            reading.get();
        });
        reader.shutdown();
        Figures.add("launch to 10,000 villages: all have it in their worklist", Figures.time(took[0]), "≤ 15 s");
        Figures.add(
                "launch to 10,000 villages: worklist of a township officer meanwhile, p95",
                Figures.time(Duel.quantile(
                        pages.stream().mapToDouble(Double::doubleValue).toArray(), 0.95)),
                "≤ 100 ms");
        Figures.add(
                "launch to 10,000 villages: most heap in use (of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB)",
                heap + " MB",
                "≤ 512 MB");
    }

    @Test
    @Order(2)
    void everybodyFinishes() throws Exception {
        Map<String, Staff> officers = officers();
        double[] first = finish(100, officers);
        double[] middle = finish(900, officers);
        double[] last = finish(9_000, officers);
        Figures.add(
                "finish a stage: one completion of the first 100 / next 900 / last 9,000 villages, medians",
                "%s / %s / %s".formatted(median(first), median(middle), median(last)),
                "flat");
        assertThat(qipan.jdbc
                        .sql(
                                "select count(*) from unit_stage where stage = ? and open_lower <> 0 and unit not like '%000000'")
                        .param(campaign.stage)
                        .query(Integer.class)
                        .single())
                .as("townships that still wait")
                .isZero();
        int released = qipan.jdbc
                .sql(
                        "select count(*) from unit_stage s where s.stage = ? and s.state = 'accepted' and s.upper is not null")
                .param(campaign.stage)
                .query(Integer.class)
                .single();
        Figures.add(
                "finish a stage: villages accepted, townships released once, failures",
                released + " / " + Country.TOWNSHIPS + " / 0",
                "10,000 / 400 / 0");
    }

    /** One officer a township, who reviews its villages. */
    private static Map<String, Staff> officers() {
        return qipan
                .jdbc
                .sql("select code from unit where kind = 'township' and code like '9801%'")
                .query(String.class)
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        code -> code, code -> qipan.employ("township-officer", code)));
    }

    /** The next villages do all three of their steps, several at a time. @return how long each completion took */
    private static double[] finish(int villages, Map<String, Staff> officers) throws Exception {
        List<String> units = qipan.jdbc
                .sql(
                        "select unit from work_item where state = 'open' and stage = ? and key = ? and village is not null order by id limit ?")
                .params(campaign.stage, CampaignProcess.WORK, villages)
                .query(String.class)
                .list();
        Finish finish = new Finish(qipan);
        ExecutorService windows = Executors.newFixedThreadPool(WINDOWS);
        List<Callable<double[]>> works = units.stream()
                .<Callable<double[]>>map(unit -> () -> {
                    Staff worker = qipan.employ("village-worker", unit);
                    Staff head = qipan.employ("village-head", unit);
                    Staff officer = officers.get(unit.substring(0, 9) + "000");
                    return new double[] {
                        step(finish, unit, CampaignProcess.WORK, worker, Map.of()),
                        step(finish, unit, CampaignProcess.SUBMIT, head, Map.of("evaluation", "做完了", "reason", "照实填报")),
                        step(finish, unit, CampaignProcess.REVIEW, officer, Map.of("decision", "accept"))
                    };
                })
                .toList();
        double[] all = new double[3 * villages];
        List<Future<double[]>> done = windows.invokeAll(works);
        for (int i = 0; i < done.size(); i++) {
            System.arraycopy(done.get(i).get(), 0, all, 3 * i, 3);
        }
        windows.shutdown();
        return all;
    }

    private static double step(Finish finish, String unit, String key, Staff by, Map<String, Object> values) {
        long item = qipan.jdbc
                .sql("""
                        select w.id from work_item w join unit_stage s on w.ref = s.id::text
                        where w.state = 'open' and w.key = ? and s.stage = ? and s.unit = ?""")
                .params(key, campaign.stage, unit)
                .query(Long.class)
                .single();
        Runnable completion = finish.read(item, by, values);
        return Figures.once(completion::run);
    }

    private static String median(double[] values) {
        return Figures.time(Duel.quantile(values, 0.5));
    }
}
