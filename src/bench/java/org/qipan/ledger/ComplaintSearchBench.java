package org.qipan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Country;
import org.qipan.Figures;
import org.qipan.Installation;
import org.qipan.desk.Desks;
import org.qipan.directory.Staff;

/**
 * The newest 20 matters that hold a word, among a million of 200 characters in 400 townships, for a leader of the prefecture, who sees all of
 * them. The same question by {@code like} alone. Fewer: {@code -Dbench.heap="1g -Dqipan.bench.complaints=100000"}.
 */
@Bench
@Tag("complaint-search")
class ComplaintSearchBench {

    private static final int ROWS = Integer.getInteger("qipan.bench.complaints", 1_000_000);

    private static final int TRIGRAMS = Integer.getInteger("qipan.bench.trigrams", 100_000);

    /** Words by how many matters hold them; the text around is made of 1,500 other characters. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>(Map.of(
            "噪声扰民", "n % 5 = 0",
            "路灯", "n % 3 = 0",
            "水表", "n % 150 = 3",
            "沙仔路口", "n % 40000 = 7",
            "鲸落", "n % 40000 = 9"));

    private static Installation qipan;
    private static Staff leader;
    private static String cookie;

    @BeforeAll
    static void fill() {
        qipan = new Installation("camunda.bpm.job-execution.enabled=false");
        Country.found(qipan.jdbc);
        StoredComplaints.fill(qipan.jdbc, ROWS, WORDS);
        leader = qipan.employ("city-leader", Country.PREFECTURE);
        cookie = qipan.cookie(leader);
    }

    @AfterAll
    static void close() {
        qipan.close();
    }

    @Test
    void common() {
        measure("common, 1 in 5", "噪声扰民");
    }

    @Test
    void commonOfTwo() {
        measure("common, two characters, 1 in 3", "路灯");
    }

    @Test
    void between() {
        measure("neither, two characters, 1 in 150", "水表");
    }

    @Test
    void rare() {
        measure("rare, 1 in 40,000", "沙仔路口");
    }

    @Test
    void rareOfTwo() {
        measure("rare, two characters", "鲸落");
    }

    @Test
    void absent() {
        measure("absent", "极光船票");
    }

    @Test
    void list() {
        Figures.add("register, no words, whole page through HTTP", page("/complaints?tab=below"), "p95 ≤ 200 ms");
        Figures.add(
                "figures of a year, whole page through HTTP",
                Figures.often(50, () -> qipan.page("/complaints/statistics?year=2024", cookie)),
                "p95 ≤ 200 ms");
    }

    /** Trigrams of the newest {@code -Dqipan.bench.trigrams}, and ours on as many: their index alone takes longer than all the rest. */
    @Test
    void trigrams() {
        qipan.jdbc.sql("create extension pg_trgm").update();
        for (String table : List.of("trigrams", "bigrams")) {
            qipan.jdbc
                    .sql("create table " + table
                            + " as select id, prefecture, sealed, received, digest from complaint order by received desc limit "
                            + TRIGRAMS)
                    .update();
            qipan.jdbc
                    .sql("create index on " + table + " (prefecture, received desc, id desc) where not sealed")
                    .update();
        }
        qipan.jdbc
                .sql("create index on trigrams using gin (digest gin_trgm_ops)")
                .update();
        qipan.jdbc
                .sql("create index on bigrams using gin (complaint_grams(digest))")
                .update();
        qipan.jdbc.sql("analyze trigrams, bigrams").update();
        WORDS.keySet().forEach(word -> {
            String what = "%s among %,d: ".formatted(word, TRIGRAMS);
            Figures.add(what + "pg_trgm", Figures.often(10, () -> like("trigrams", word)), "");
            Figures.add(what + "neighbouring characters", Figures.often(10, () -> grams(word)), "");
        });
    }

    private static List<UUID> grams(String word) {
        return qipan.jdbc
                .sql(
                        "with hits as materialized (select id, received from bigrams where prefecture = ? and not sealed and complaint_grams(digest) @> complaint_grams(?)"
                                + " and digest like ?) select id from hits order by received desc, id desc limit 21")
                .params(Long.valueOf(Country.PREFECTURE), word, "%" + word + "%")
                .query(UUID.class)
                .list();
    }

    private static void measure(String what, String word) {
        LedgerSearch search = qipan.bean(LedgerSearch.class);
        LedgerScope scope = LedgerScope.of(qipan.bean(Desks.class).of(leader), "below");
        List<UUID> like = like("complaint", word);
        assertThat(search.newest(scope, "", Map.of(), List.of(word), 21).stream()
                        .map(LedgerKey::id)
                        .toList())
                .isEqualTo(like);
        Figures.add(
                "complaints, " + what + ": search",
                Figures.often(100, () -> search.newest(scope, "", Map.of(), List.of(word), 21)),
                "");
        Figures.add("complaints, " + what + ": like alone", Figures.often(5, () -> like("complaint", word)), "");
        Figures.add(
                "complaints, " + what + ": whole page through HTTP",
                page("/complaints?tab=below&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8)),
                "p95 ≤ 50 ms");
    }

    private static String page(String path) {
        return Figures.often(100, () -> qipan.page(path, cookie));
    }

    /** What the engine's query of a variable does: every row in order, until there are enough; on {@code trigrams} with their index. */
    private static List<UUID> like(String table, String word) {
        return qipan.jdbc
                .sql(
                        "select id from " + table
                                + " where prefecture = ? and not sealed and digest like ? order by received desc, id desc limit 21")
                .params(Long.valueOf(Country.PREFECTURE), "%" + word + "%")
                .query(UUID.class)
                .list();
    }
}
