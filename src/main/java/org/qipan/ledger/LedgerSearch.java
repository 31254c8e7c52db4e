package org.qipan.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qipan.ledger.LedgerScope.Branch;
import org.qipan.page.Like;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the newest matters of a scope, with or without words they must hold. The answer is that of {@code like}, word by word, whichever way
 * it is found: a word that many hold soon fills a page from the newest down, one that few hold is quickly found in the index of neighbouring
 * characters. Nobody knows beforehand which it is, so the newest few are read first; if one of them holds the words, up to {@value #WALK}.
 */
@Repository
class LedgerSearch {

    /** Rows read before the index is asked: about where both cost the same. Measured: {@code -Dbench=complaint-search}. */
    static final int WALK = 4_000;

    /** The part of them that tells whether it is worth it. */
    private static final int FIRST = 16;

    /** Fewer characters have no neighbours; the index could not help. */
    static final int SHORTEST = 2;

    private static final int MOST_WORDS = 6;
    private static final String ORDER = " order by c.received desc, c.id desc limit ";

    private final JdbcClient jdbc;
    private final int walk;

    @Autowired
    LedgerSearch(JdbcClient jdbc) {
        this(jdbc, WALK);
    }

    LedgerSearch(JdbcClient jdbc, int walk) {
        this.jdbc = jdbc;
        this.walk = walk;
    }

    /** The words of what was typed, all of which a matter must hold. */
    static List<String> words(String typed) {
        return Stream.of(typed.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** A word too short to be searched for; empty if all are fit. */
    static Optional<String> tooShort(List<String> words) {
        return words.stream()
                .filter(word -> word.codePointCount(0, word.length()) < SHORTEST)
                .findFirst();
    }

    /** @param conditions of the filter, with their parameters in {@code parameters} @param words each fit to be searched for */
    List<LedgerKey> newest(
            LedgerScope scope, String conditions, Map<String, Object> parameters, List<String> words, int limit) {
        Map<String, Object> all = new LinkedHashMap<>(scope.parameters());
        all.putAll(parameters);
        StringBuilder grams = new StringBuilder();
        StringBuilder holds = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            all.put("word" + i, words.get(i));
            all.put("like" + i, Like.holding(words.get(i)));
            grams.append(" and complaint_grams(c.digest) @> complaint_grams(:word")
                    .append(i)
                    .append(")");
            holds.append(" and c.digest like :like").append(i);
        }
        List<LedgerKey> found = new ArrayList<>();
        for (Branch branch : scope.branches()) {
            String where = branch.sql() + conditions + LedgerScope.NOT_EXCLUDED;
            found.addAll(
                    words.isEmpty()
                            ? keys("select c.received, c.id from complaint c where " + where + ORDER + limit, all)
                            : holding(where, grams, holds, limit, all));
        }
        return found.stream()
                .distinct()
                .sorted(LedgerKey.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private List<LedgerKey> holding(
            String where, CharSequence grams, CharSequence holds, int limit, Map<String, Object> parameters) {
        List<LedgerKey> page = keys(walked(where, holds, limit, walk / FIRST), parameters);
        if (!page.isEmpty() && page.size() < limit) {
            page = keys(walked(where, holds, limit, walk), parameters);
        }
        return page.size() == limit ? page : keys(indexed(where, grams, holds, limit), parameters);
    }

    private static String walked(String where, CharSequence holds, int limit, int far) {
        return "with newest as materialized (select c.received, c.id, c.digest from complaint c where " + where + ORDER
                + far + ") select c.received, c.id from newest c where c.digest is not null" + holds + ORDER + limit;
    }

    /** Materialized, or the planner would walk the whole scope for the sake of its order. */
    private static String indexed(String where, CharSequence grams, CharSequence holds, int limit) {
        return "with hits as materialized (select c.received, c.id from complaint c where " + where
                + " and c.digest is not null" + grams + holds + ") select c.received, c.id from hits c" + ORDER + limit;
    }

    private List<LedgerKey> keys(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql).params(parameters).query(LedgerKey::row).list();
    }
}
