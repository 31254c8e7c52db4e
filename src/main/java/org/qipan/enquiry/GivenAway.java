package org.qipan.enquiry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qipan.vault.Safe;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a letter gives a petitioner away: eight characters as he wrote them, his name, a way to reach him, the number of his matter. Marks,
 * spaces and the width of characters hide nothing. What it found it tells nobody: an officer who writes must not learn it by trying.
 */
@Component
public class GivenAway {

    private static final int RUN = 8;
    private static final int TAIL = 5;
    /** Shorter numbers are days, sums and articles. */
    private static final int DIGITS = 7;

    private static final List<String> WRITTEN =
            List.of("words", "concerned", "review-1", "review-2", "safely", "address");

    private final JdbcClient jdbc;
    private final Safe safe;

    GivenAway(JdbcClient jdbc, Safe safe) {
        this.jdbc = jdbc;
        this.safe = safe;
    }

    /** @param asked name of the unit that is asked: it may be named, also where the petitioner named it */
    public boolean by(String letter, UUID matter, String asked) {
        String text = plain(letter.replace(asked, " "));
        return related(matter).stream().anyMatch(one -> by(text, one));
    }

    private boolean by(String text, UUID matter) {
        List<String> fields = new ArrayList<>(WRITTEN);
        fields.addAll(List.of("name", "phone", "email"));
        jdbc.sql("select id from complaint_message where complaint = ? and text is null")
                .param(matter)
                .query(Long.class)
                .list()
                .forEach(id -> fields.add("message-" + id));
        Map<String, String> secret = safe.open(matter, fields);
        return secret.entrySet().stream().anyMatch(one -> switch (one.getKey()) {
                    case "name", "email" -> whole(text, one.getValue());
                    case "address" ->
                        tail(text, one.getValue()) || run(text, one.getValue()) || digits(text, one.getValue());
                    case "phone" -> whole(text, one.getValue()) || digits(text, one.getValue());
                    default -> run(text, one.getValue()) || digits(text, one.getValue());
                })
                || jdbc.sql("""
                                select number from case_file where id = :id and number is not null
                                union all select outside_number from complaint where id = :id and outside_number is not null
                                union all select number from complaint_paper where complaint = :id and number is not null""").param("id", matter).query(String.class).list().stream()
                        .anyMatch(number -> whole(text, number));
    }

    /** What was split off from the same letter and what was merged with it hold the same words, and those of others. */
    private List<UUID> related(UUID matter) {
        return jdbc.sql("""
                        with own as (select id, split_from, merged_into from complaint where id = :id)
                        select c.id from complaint c, own
                        where c.id in (own.id, own.split_from, own.merged_into) or c.merged_into = own.id
                            or c.split_from in (own.id, own.split_from)
                        """).param("id", matter).query(UUID.class).list();
    }

    private static boolean whole(String text, String secret) {
        String plain = plain(secret);
        return plain.length() > 1 && text.contains(plain);
    }

    /** Street and house: what comes before is the village, which a letter may name. */
    private static boolean tail(String text, String secret) {
        String plain = plain(secret);
        return plain.length() >= TAIL && text.contains(plain.substring(plain.length() - TAIL));
    }

    private static boolean run(String text, String secret) {
        Set<String> runs = runs(plain(secret), RUN);
        return runs(text, RUN).stream().anyMatch(runs::contains);
    }

    /** A number is found in whatever groups it was written. */
    private static boolean digits(String text, String secret) {
        Set<String> runs = runs(secret.replaceAll("[\\s-]", ""), DIGITS);
        runs.removeIf(run -> !run.matches("\\d+"));
        return runs(text, DIGITS).stream().anyMatch(runs::contains);
    }

    private static Set<String> runs(String text, int length) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + length <= text.length(); i++) {
            runs.add(text.substring(i, i + length));
        }
        return runs;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
