package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One person who drafts many campaigns and hands all of them in at once, from several windows. An answer that got lost is asked for again
 * with the same key, as the page does when it is sent a second time.
 */
final class CompletionLoad {

    private static final int WINDOWS = 8;
    private static final int TRIES = 60;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String ENDED = "state = 'done' and key = 'Task_DraftPlan'";

    private final TwoNodes nodes;
    private final JdbcClient jdbc;
    private final String cookie;
    private final String token;
    private final List<Long> items = new ArrayList<>();
    private final Map<Long, UUID> keys = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();

    /** @param officer signed in, on a page with a form */
    CompletionLoad(TwoNodes nodes, KeycloakVisitor officer) {
        this.nodes = nodes;
        this.jdbc = nodes.jdbc;
        this.cookie = "__Host-SID=" + officer.cookie(nodes.origin, "__Host-SID");
        Matcher found =
                TOKEN.matcher(officer.get(nodes.origin + "/campaigns/new").body());
        assertThat(found.find()).as("a form").isTrue();
        this.token = found.group(1);
    }

    /** Drafts campaigns; what is open before does not count. */
    CompletionLoad draft(int campaigns) {
        String round = UUID.randomUUID().toString().substring(0, 8);
        atOnce(IntStream.range(0, campaigns).boxed().toList(), number -> {
            HttpResponse<String> answer = post(
                    nodes.door(),
                    "/campaigns",
                    Map.of(
                            "_csrf",
                            token,
                            "idempotencyKey",
                            UUID.randomUUID().toString(),
                            "from",
                            "sample",
                            "name",
                            "两个节点 " + round + " " + number));
            assertThat(answer).isNotNull();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        });
        items.clear();
        keys.clear();
        items.addAll(jdbc.sql("select id from work_item where state = 'open' and key = 'Task_DraftPlan' order by id")
                .query(Long.class)
                .list());
        assertThat(items).hasSize(campaigns);
        items.forEach(item -> keys.put(item, UUID.randomUUID()));
        return this;
    }

    /** Hands all in. @param half done when half of them are through, beside the rest */
    CompletionLoad complete(Runnable half) {
        AtomicInteger through = new AtomicInteger();
        atOnce(items, item -> {
            Map<String, String> form = Map.of(
                    "_csrf", token, "idempotencyKey", String.valueOf(keys.get(item)), "version", "0", "remark", "请审");
            for (int attempt = 0; ; attempt++) {
                // Without a proxy a person would type the address of the other node.
                UnaryOperator<HttpRequest> way =
                        nodes.proxy != null ? nodes.door() : nodes.to(attempt % 2 == 0 ? nodes.a : nodes.b);
                HttpResponse<String> answer = post(way, "/tasks/" + item + "/completion", form);
                if (answer != null && answer.statusCode() < 500) {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
                    break;
                }
                assertThat(attempt).as("tries").isLessThan(TRIES);
                repeated.incrementAndGet();
            }
            if (through.incrementAndGet() == items.size() / 2) {
                half.run();
            }
        });
        return this;
    }

    /** Every answer that said so is in the database, once, and each campaign went on to one next task. */
    void nothingIsLostAndNothingDoubled() {
        int all = items.size();
        assertThat(count("work_item where " + ENDED + " and id in (:items)")).isEqualTo(all);
        assertThat(count("work_act where item in (:items)")).as("acts").isEqualTo(all);
        assertThat(count("request_ledger where key in (:keys)")).as("answers").isEqualTo(all);
        assertThat(
                        count(
                                "act_hi_taskinst where end_time_ is not null and id_ in (select task from work_item where id in (:items))"))
                .as("ended in the engine's history")
                .isEqualTo(all);
        String campaigns = "(select ref from work_item where id in (:items))";
        assertThat(count("work_item where key = 'Task_ApprovePlan' and ref in " + campaigns))
                .as("next tasks")
                .isEqualTo(all);
        assertThat(count("(select business_key_ from act_hi_procinst where business_key_ in " + campaigns
                        + " group by 1 having count(*) > 1) as doubled"))
                .isZero();
        assertThat(count("act_ru_execution e where e.business_key_ in " + campaigns))
                .isEqualTo(all);
        assertThat(
                        count(
                                "act_ru_task t where not exists (select from work_item w where w.task = t.id_ and w.state = 'open')"))
                .as("tasks of the engine that no list shows")
                .isZero();
        assertThat(count("act_ru_incident")).isZero();
    }

    /** Submissions sent again because no answer, or one of a broken node, came. */
    int repeated() {
        return repeated.get();
    }

    private int count(String what) {
        var query = jdbc.sql("select count(*) from " + what);
        if (what.contains(":items")) {
            query = query.param("items", items);
        }
        if (what.contains(":keys")) {
            query = query.param("keys", List.copyOf(keys.values()));
        }
        return query.query(Integer.class).single();
    }

    /** The answer, null if there was none. */
    private HttpResponse<String> post(UnaryOperator<HttpRequest> way, String path, Map<String, String> form) {
        var request = HttpRequest.newBuilder(URI.create(nodes.origin + path))
                .timeout(Duration.ofSeconds(30))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(TestKeycloak.encode(form)))
                .build();
        try {
            return nodes.client.send(way.apply(request), BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Act<T> {
        void on(T subject);
    }

    private static <T> void atOnce(List<T> subjects, Act<T> act) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(subjects);
        ExecutorService windows = Executors.newFixedThreadPool(WINDOWS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < WINDOWS; i++) {
                done.add(windows.submit(() -> {
                    for (T next = waiting.poll(); next != null; next = waiting.poll()) {
                        act.on(next);
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            windows.shutdownNow();
        }
    }
}
