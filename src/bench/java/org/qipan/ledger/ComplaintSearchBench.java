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
import org.qipan.Seed;
import org.qipan.desk.Desks;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest 20 matters that hold a word, among a million of 200 characters in 400 townships, for a leader of the prefecture, who sees all of
 * them. The same question by {@code like} alone. Fewer: {@code -Dbench.heap="1g -Dqipan.bench.complaints=100000"}.
 */
@Bench
@Tag("complaint-search")
class ComplaintSearchBench {

    private static final int ROWS = Integer.getInteger("qipan.bench.complaints", 1_000_000);

    /** Words by how many matters hold them; the text around is made of 1,500 other characters. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>(Map.of(
            "噪声扰民", "n % 5 = 0",
            "路灯", "n % 3 = 0",
            "沙仔路口", "n % 40000 = 7",
            "鲸落", "n % 40000 = 9"));

    private static Installation qipan;
    private static Staff leader;
    private static String cookie;

    @BeforeAll
    static void fill() {
        qipan = new Installation("camunda.bpm.job-execution.enabled=false");
        Country.found(qipan.jdbc);
        cases(qipan.jdbc);
        leader = qipan.employ("city-leader", Country.PREFECTURE);
        cookie = qipan.cookie(leader);
    }

    @AfterAll
    static void close() {
        qipan.close();
    }

    private static void cases(JdbcClient jdbc) {
        jdbc.sql("set maintenance_work_mem = '512MB'").update();
        Seed.into(jdbc, "case_file", """
                insert into case_file (id, kind, number, title, unit, area, owner_area, opened)
                select md5(n::text)::uuid, 'complaint', null, '事项' || n, '980101001000', 980101001000, 980100000000, timestamptz '2020-01-01 08:00+08'
                from generate_series(0, %d - 1) n""".formatted(ROWS));
        jdbc.sql("alter table complaint drop constraint complaint_id_fkey").update();
        StringBuilder planted = new StringBuilder();
        WORDS.forEach((word, when) -> planted.append(" || case when ")
                .append(when)
                .append(" then '")
                .append(word)
                .append("' else '' end"));
        Seed.into(jdbc, "complaint", """
                insert into complaint (id, channel, mode, desk, area, received, reachable, electronic, digest, state, closed)
                select md5(n::text)::uuid, 'web', 'named', left(code, 9) || '000', code::bigint,
                    timestamptz '2020-01-01 08:00+08' + n * interval '3 minutes', true, false,
                    (select string_agg(chr(x'4e00'::int + (hashint8(n::bigint * 200 + i) & 2047) * 3 / 4), '') from generate_series(1, 196) i)%s,
                    'closed', timestamptz '2026-01-01 08:00+08'
                from (select s as n, (select %s from (select s %% 10000 as n) v) as code from generate_series(0, %d - 1) s) made
                """.formatted(
                        planted, Country.VILLAGE_CODE.replace("%", "%%").formatted(), ROWS));
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
                Figures.often(10, () -> qipan.page("/complaints/statistics?year=2024", cookie)),
                "p95 ≤ 200 ms");
    }

    private static void measure(String what, String word) {
        LedgerSearch search = qipan.bean(LedgerSearch.class);
        LedgerScope scope = LedgerScope.of(qipan.bean(Desks.class).of(leader), "below");
        List<UUID> like = like(word);
        assertThat(search.newest(scope, "", Map.of(), List.of(word), 21).stream()
                        .map(LedgerKey::id)
                        .toList())
                .isEqualTo(like);
        Figures.add(
                "complaints, " + what + ": search",
                Figures.often(100, () -> search.newest(scope, "", Map.of(), List.of(word), 21)),
                "");
        Figures.add("complaints, " + what + ": like alone", Figures.often(5, () -> like(word)), "");
        Figures.add(
                "complaints, " + what + ": whole page through HTTP",
                page("/complaints?tab=below&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8)),
                "p95 ≤ 50 ms");
    }

    private static String page(String path) {
        return Figures.often(100, () -> qipan.page(path, cookie));
    }

    /** What the engine's query of a variable does: every row in order, until there are enough. */
    private static List<UUID> like(String word) {
        return qipan.jdbc
                .sql(
                        "select id from complaint where prefecture = ? and not sealed and digest like ? order by received desc, id desc limit 21")
                .params(Long.valueOf(Country.PREFECTURE), "%" + word + "%")
                .query(UUID.class)
                .list();
    }
}
