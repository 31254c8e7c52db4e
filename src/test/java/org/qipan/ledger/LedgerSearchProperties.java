package org.qipan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.qipan.ledger.LedgerScope.Branch;
import org.qipan.page.Like;

/** The search finds what {@code like} finds, all of it and nothing else, whichever way it takes. */
class LedgerSearchProperties {

    private static final LedgerRoom ROOM = new LedgerRoom();
    private static final String SCOPE = "c.desk = :desk";
    private static final int PAGE = 5;

    @AfterContainer
    static void stop() {
        ROOM.close();
    }

    /** Few characters, so that words are common; signs that patterns use, letters, and characters beyond 16 bits. */
    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("低保路灯学位工资")
                .withChars('%', '_', '\\', 'a', ' ')
                .ofMinLength(0)
                .ofMaxLength(40)
                .flatMap(text -> Arbitraries.of(text, text + "𠮷野家", "𠮷" + text));
    }

    @Provide
    Arbitrary<String> word() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("低保路灯学位工资").ofMinLength(2).ofMaxLength(4),
                Arbitraries.of("𠮷野", "灯%", "_保", "aa", "\\路", "低保 路灯"));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsWhatLikeFinds(
            @ForAll("texts") List<String> texts, @ForAll("word") String typed, @ForAll boolean walkFar) {
        ROOM.jdbc().sql("delete from complaint").update();
        ROOM.jdbc().sql("delete from case_file").update();
        for (int i = 0; i < texts.size(); i++) {
            ROOM.matter("事项", texts.get(i), "2026-11-%02d 00:00+08".formatted(1 + i % 9), LedgerRoom.VILLAGE);
        }
        List<String> words = LedgerSearch.words(typed);
        assertThat(found(words, walkFar ? 1_000 : 3)).isEqualTo(alike(words));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return text().list().ofMinSize(0).ofMaxSize(30);
    }

    @Example
    void aSealedMatterIsInNoIndex() {
        UUID sealed = ROOM.matter("事项");
        ROOM.set(sealed, "digest = null, sealed = true");
        assertThat(found(List.of("事项"), 1_000)).doesNotContain(sealed);
        assertThat(ROOM.jdbc()
                        .sql(
                                "select pg_get_expr(indpred, indrelid) from pg_index where indexrelid = 'complaint_text_idx'::regclass")
                        .query(String.class)
                        .single())
                .contains("digest IS NOT NULL");
    }

    private static List<UUID> found(List<String> words, int walk) {
        LedgerSearch search = new LedgerSearch(ROOM.jdbc(), walk);
        List<UUID> found = new ArrayList<>();
        LedgerKey last = null;
        List<LedgerKey> page;
        do {
            Map<String, Object> parameters = last == null
                    ? Map.of()
                    : Map.of("received", LedgerConditions.at(last.received()), "before", last.id());
            String after = last == null ? "" : " and (c.received, c.id) < (:received, :before)";
            page = search.newest(scope(), after, parameters, words, PAGE);
            page.forEach(key -> found.add(key.id()));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return found;
    }

    private static List<UUID> alike(List<String> words) {
        String[] patterns = words.stream().map(Like::holding).toArray(String[]::new);
        return ROOM.jdbc()
                .sql("select id from complaint where digest like all (:patterns) order by received desc, id desc")
                .param("patterns", patterns)
                .query(UUID.class)
                .list();
    }

    private static LedgerScope scope() {
        return new LedgerScope(
                "desk",
                List.of(new Branch(SCOPE)),
                Map.of(
                        "desk",
                        LedgerRoom.TOWN,
                        "staff",
                        new UUID(0, 9),
                        "exUnits",
                        new String[0],
                        "exAreas",
                        new Long[0]));
    }
}
