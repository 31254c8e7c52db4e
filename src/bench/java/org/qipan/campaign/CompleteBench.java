package org.qipan.campaign;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Country;
import org.qipan.Duel;
import org.qipan.Figures;
import org.qipan.Installation;
import org.qipan.StockEngine;
import org.qipan.directory.Staff;
import org.qipan.task.Finish;

/**
 * One task completed to the next: a village hands its checklist on to its head. Ours with ledger, rules, projection, act, timeline and
 * counters; the stock engine the same model and nothing beside it.
 */
@Bench
@Tag("complete")
class CompleteBench {

    private static final int RUNS = 20;

    /** What the model calls, with nothing behind it. */
    public static final class Nothing {

        public boolean handDown(long us) {
            return false;
        }

        public void accepted(long us) {}

        public void withdrawn(long us) {}
    }

    @Test
    void toTheNextTask() {
        int needed = (15 + 2) * RUNS;
        try (Installation qipan = new Installation();
                StockEngine stock = new StockEngine(Map.of("campaignSteps", new Nothing()))) {
            Country.found(qipan.jdbc);
            WideCampaign campaign = new WideCampaign(qipan, 1);
            campaign.open();
            campaign.await(500);
            Duel.Result result = new Duel(RUNS)
                    .way(Figures.STOCK, each(started(stock, needed)))
                    .way(Figures.QIPAN, each(read(qipan, campaign)))
                    .run();
            Figures.compare("complete one task to the next", result, false, "≤ 1.4");
        }
    }

    private static Figures.Work each(Deque<Runnable> completions) {
        return () -> completions.remove().run();
    }

    private static Deque<Runnable> started(StockEngine stock, int instances) {
        stock.engine
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/campaign-unit.bpmn")
                .deploy();
        RuntimeService runtime = stock.engine.getRuntimeService();
        TaskService tasks = stock.engine.getTaskService();
        Deque<Runnable> completions = new ArrayDeque<>();
        for (int i = 0; i < instances; i++) {
            String id = runtime.startProcessInstanceByKey(
                            "campaign-unit",
                            String.valueOf(i),
                            Map.of(
                                    "us",
                                    (long) i,
                                    "unit",
                                    Country.VILLAGE,
                                    "worker",
                                    "village-worker",
                                    "head",
                                    "village-head",
                                    "reviewer",
                                    "township-officer",
                                    "upper",
                                    Country.TOWNSHIP,
                                    "hasLower",
                                    false))
                    .getId();
            String task =
                    tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
            completions.add(() -> tasks.complete(task, Map.of()));
        }
        return completions;
    }

    private static Deque<Runnable> read(Installation qipan, WideCampaign campaign) {
        Finish finish = new Finish(qipan);
        Deque<Runnable> completions = new ArrayDeque<>();
        qipan.jdbc
                .sql("select id, unit from work_item where stage = ? and key = ? and village is not null order by id")
                .params(campaign.stage, CampaignProcess.WORK)
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("unit")))
                .list()
                .forEach(item -> {
                    Staff worker = qipan.employ("village-worker", item.getValue());
                    completions.add(finish.read(item.getKey(), worker, Map.of()));
                });
        return completions;
    }
}
