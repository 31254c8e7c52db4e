package org.qipan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Country;
import org.qipan.Duel;
import org.qipan.Figures;
import org.qipan.Installation;

/** 5,000 open worklists of as many people, five changes a second: how soon it is on the screen, and what the others cost. */
@Bench
@Tag("watch")
class WatchBench {

    private static final int PAGES = 5_000;
    private static final int CHANGES = 150;

    private final Installation qipan = new Installation("camunda.bpm.job-execution.enabled=false");
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    private final List<Double> shown = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ExecutorService browsers = Executors.newFixedThreadPool(8);
    private volatile boolean closing;

    @Test
    void fiveThousand() {
        Country.found(qipan.jdbc);
        List<String> villages = qipan.jdbc
                .sql("select code from unit where kind = 'village' and code like '9801%' order by code limit ?")
                .param(PAGES)
                .query(String.class)
                .list();
        List<String> cookies = new ArrayList<>();
        villages.forEach(unit -> cookies.add(qipan.cookie(qipan.employ("village-worker", unit))));
        for (int i = 0; i < PAGES; i++) {
            watch("village-worker@" + villages.get(i), cookies.get(i));
        }
        // A stream ends after 55 seconds and its page comes back, so that a hundredth or two of them are never open.
        Awaitility.await().atMost(5, TimeUnit.MINUTES).until(() -> open.get() > PAGES * 0.97);
        qipan.jdbc.sql("create extension if not exists pg_stat_statements").update();
        double idle = statementsASecond();
        ScheduledExecutorService world = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger next = new AtomicInteger();
        world.scheduleAtFixedRate(
                () -> {
                    int n = next.getAndIncrement();
                    if (n < CHANGES) {
                        String post = "village-worker@" + villages.get(n * 31 % PAGES);
                        changed.put(post, System.nanoTime());
                        qipan.bean(Changes.class).touch(post);
                    }
                },
                0,
                200,
                TimeUnit.MILLISECONDS);
        Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> shown.size() >= CHANGES);
        world.shutdownNow();
        double[] took = shown.stream().mapToDouble(Double::doubleValue).toArray();
        Figures.add(
                "5,000 open worklists, 5 changes a second: change on screen",
                Figures.time(Duel.quantile(took, 0.5)) + ", p95 " + Figures.time(Duel.quantile(took, 0.95)),
                "p95 ≤ 2 s");
        Figures.add(
                "5,000 open worklists, nothing changes: statements that ask for changes, a second",
                "%.1f".formatted(idle),
                "none for unchanged ones");
        closing = true;
        browsers.shutdownNow();
        qipan.close();
    }

    /** Opens the stream, and again whenever it ends, as browsers do. */
    private void watch(String post, String cookie) {
        var request = qipan.request("/worklist/changes?since=0", cookie)
                .setHeader("Accept", "text/event-stream")
                .GET()
                .build();
        qipan.client
                .sendAsync(request, BodyHandlers.fromLineSubscriber(new Lines(post, cookie)))
                .whenComplete((answer, failure) -> {
                    if (!closing) {
                        watch(post, cookie);
                    }
                });
    }

    /** One node asks for all pages together. */
    private double statementsASecond() {
        qipan.jdbc.sql("select pg_stat_statements_reset()").query(row -> {});
        long since = System.nanoTime();
        Awaitility.await().pollDelay(9, TimeUnit.SECONDS).until(() -> true);
        double calls = qipan.jdbc
                .sql("select coalesce(sum(calls), 0) from pg_stat_statements where query like '%change_marker%'")
                .query(Double.class)
                .single();
        return calls / ((System.nanoTime() - since) / 1e9);
    }

    /** What one page reads. */
    private final class Lines implements Flow.Subscriber<String> {

        private final String post;
        private final String cookie;

        Lines(String post, String cookie) {
            this.post = post;
            this.cookie = cookie;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            open.incrementAndGet();
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            Long at = line.startsWith("event:changed") ? changed.remove(post) : null;
            if (at != null) {
                browsers.execute(() -> {
                    assertThat(qipan.page("/worklist", cookie)).isNotEmpty();
                    shown.add((System.nanoTime() - at) / 1e6);
                });
            }
        }

        @Override
        public void onError(Throwable failure) {
            open.decrementAndGet();
        }

        @Override
        public void onComplete() {
            open.decrementAndGet();
        }
    }
}
