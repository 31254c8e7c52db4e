package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qipan.Country;
import org.qipan.Installation;
import org.qipan.directory.Staff;
import org.qipan.task.Finish;

/**
 * What the actions of every day cost the database: numbers that hold on any machine, so that a further round trip or a lost index is noticed
 * before it is felt. Whoever has a reason to spend more raises the budget and says why.
 */
class ActionCostTests {

    private static Installation qipan;
    private static WideCampaign campaign;

    @BeforeAll
    static void aCountyAtWork() {
        qipan = Installation.withoutClockwork();
        Country.found(qipan.jdbc);
        campaign = new WideCampaign(qipan, 1);
        campaign.open();
        campaign.await(500);
        qipan.jdbc.sql("create extension pg_stat_statements").update();
        qipan.jdbc.sql("vacuum analyze").update();
    }

    @AfterAll
    static void close() {
        qipan.close();
    }

    /** Of one action. @param blocks read or written, in memory or not @param log bytes of the write-ahead log */
    private record Cost(long statements, long blocks, long log) {

        boolean within(Cost budget) {
            return statements <= budget.statements && blocks <= budget.blocks && log <= budget.log;
        }
    }

    /** The cheapest of several runs: the first ones warm up, and pages of the log after a checkpoint are nobody's doing. */
    private static Cost cost(Runnable action) {
        return IntStream.range(0, 12)
                .mapToObj(n -> {
                    qipan.jdbc
                            .sql(
                                    "select pg_stat_statements_reset(0, oid) from pg_database where datname = current_database()")
                            .query(row -> {});
                    action.run();
                    return qipan.jdbc.sql("""
                                    select sum(calls) as statements, sum(shared_blks_hit + shared_blks_read) as blocks, sum(wal_bytes) as log
                                    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
                                      and query !~* 'act_ru_job|pg_stat_statements'""").query(Cost.class).single();
                })
                .reduce((one, two) -> new Cost(
                        Math.min(one.statements, two.statements),
                        Math.min(one.blocks, two.blocks),
                        Math.min(one.log, two.log)))
                .orElseThrow();
    }

    private static void keeps(String action, Cost budget, Runnable work) {
        Cost cost = cost(work);
        System.out.println(action + ": " + cost);
        assertThat(cost).as(action + ", budget " + budget).matches(one -> one.within(budget));
    }

    @Test
    void aVillagesWorklist() {
        String cookie = qipan.cookie(qipan.employ("village-worker", Country.VILLAGE));
        keeps("worklist of a village", new Cost(19, 200, 1_000), () -> qipan.page("/worklist", cookie));
    }

    @Test
    void aTownshipsWorklistOfItsVillages() {
        String cookie = qipan.cookie(qipan.employ("township-officer", Country.TOWNSHIP));
        keeps("worklist below a township", new Cost(16, 300, 1_000), () -> qipan.page("/worklist?scope=below", cookie));
    }

    @Test
    void anOpenWorklistThatDidNotChange() {
        String cookie = qipan.cookie(qipan.employ("village-worker", Country.VILLAGE));
        keeps("has anything changed?", new Cost(6, 60, 1_000), () -> qipan.page("/worklist/version", cookie));
    }

    @Test
    void aTaskCompletedToTheNext() {
        Finish finish = new Finish(qipan);
        Deque<Runnable> completions = new ArrayDeque<>();
        qipan.jdbc
                .sql(
                        "select id, unit from work_item where stage = ? and key = ? and village is not null order by id limit 20")
                .params(campaign.stage, CampaignProcess.WORK)
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("unit")))
                .list()
                .forEach(item -> {
                    Staff worker = qipan.employ("village-worker", item.getValue());
                    completions.add(finish.read(item.getKey(), worker, Map.of()));
                });
        // 12,200 bytes of log since 核对报送 waits for the message that takes the work back: an execution and a
        // subscription more.
        keeps(
                "complete a task",
                new Cost(40, 500, 13_000),
                () -> completions.remove().run());
    }
}
