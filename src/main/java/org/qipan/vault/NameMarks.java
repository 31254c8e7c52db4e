package org.qipan.vault;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds names in what petitioners wrote, and the cases again by a name, without telling anybody what was written. People write 村支书王建国 or
 * 王建国、李明, so every run of two to four characters is a piece that may be a name; of a longer name the first four count. A name too
 * many is found that way, never one too few.
 */
@Service
public class NameMarks {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final String PURPOSE = "name mark";

    /** What stands inside a name: 阿卜杜·热依木, or blanks typed to fill a line. */
    private static final Pattern JOINS = Pattern.compile("[\\h·•・‧∙.'’-]");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final JdbcClient jdbc;
    private final DatabaseRole role;
    private final Keys keys;

    NameMarks(JdbcClient jdbc, DatabaseRole role, Keys keys) {
        this.jdbc = jdbc;
        this.role = role;
        this.keys = keys;
    }

    /** Whether a name stands in this text. */
    public static Predicate<String> in(String text) {
        Set<String> pieces = pieces(text);
        return name -> pieces.contains(beginning(name));
    }

    /** Remembers the names in a text of a case. */
    @Transactional
    public void note(UUID caseId, String text) {
        insert(caseId, pieces(text).stream().map(this::mark).toList());
    }

    /** Cases in a noted text of which this name stands, the shredded ones not. */
    @Transactional
    public List<UUID> cases(String name) {
        byte[] mark = mark(beginning(name));
        return role.reader(() -> jdbc.sql("select case_id from petition_identity.name_mark where mark = ?")
                .param(mark)
                .query(UUID.class)
                .list());
    }

    /** What one case remembers the other remembers too. */
    @Transactional
    public void copy(UUID from, UUID to) {
        List<byte[]> marks =
                role.reader(() -> jdbc.sql("select mark from petition_identity.name_mark where case_id = ?")
                        .param(from)
                        .query(byte[].class)
                        .list());
        insert(to, marks);
    }

    private void insert(UUID caseId, List<byte[]> marks) {
        jdbc.sql("""
                        insert into petition_identity.name_mark (mark, case_id) select unnest(cast(:marks as bytea[])), :case
                        on conflict do nothing
                        """)
                .param("marks", marks.toArray(byte[][]::new))
                .param("case", caseId)
                .update();
    }

    static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        for (String part : BETWEEN.split(plain(text))) {
            int[] points = part.codePoints().toArray();
            for (int from = 0; from < points.length; from++) {
                for (int length = SHORTEST; length <= Math.min(LONGEST, points.length - from); length++) {
                    pieces.add(new String(points, from, length));
                }
            }
        }
        return pieces;
    }

    /** Of a single character nothing: no piece is as short. */
    private static String beginning(String name) {
        String whole = BETWEEN.matcher(plain(name)).replaceAll("");
        return whole.substring(
                0, whole.offsetByCodePoints(0, Math.min(LONGEST, whole.codePointCount(0, whole.length()))));
    }

    private static String plain(String text) {
        String one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return JOINS.matcher(one).replaceAll("");
    }

    private byte[] mark(String piece) {
        return keys.mark(PURPOSE, piece.getBytes(StandardCharsets.UTF_8));
    }
}
