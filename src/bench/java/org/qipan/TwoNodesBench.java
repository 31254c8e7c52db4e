package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node that dies again and again: twenty rounds of fifty completions, every second round the other node. */
@Bench
@Tag("nodes")
class TwoNodesBench {

    private static final int ROUNDS = Integer.getInteger("qipan.bench.rounds", 20);
    private static final int COMPLETIONS = 50;

    @Test
    void completionsSurviveTwentyDeaths() {
        try (TwoNodes nodes = new TwoNodes()) {
            Visitor.soon(() -> assertThat(nodes.jdbc
                            .sql("select count(*) from post where role = 'township-officer'")
                            .query(Integer.class)
                            .single())
                    .isPositive());
            var officer = nodes.visitor(nodes.to(nodes.b));
            officer.signIn(nodes.origin + "/campaigns", "township-officer.442000007000", TwoNodes.PASSWORD);
            CompletionLoad load = new CompletionLoad(nodes, officer);
            for (int round = 0; round < ROUNDS; round++) {
                NodeProcess dying = round % 2 == 0 ? nodes.a : nodes.b;
                load.draft(COMPLETIONS).complete(dying::kill).nothingIsLostAndNothingDoubled();
                dying.start();
                dying.await();
            }
            System.out.printf(
                    "two nodes: %d completions, %d kills, %d submissions sent again, nothing lost, nothing doubled%n",
                    ROUNDS * COMPLETIONS, ROUNDS, load.repeated());
        }
    }
}
