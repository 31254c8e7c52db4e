package org.qipan.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import org.qipan.complaint.IssuedPaper;
import org.qipan.vault.Keys;
import org.springframework.stereotype.Component;

/**
 * 校验码: 80 bits that follow from the number and every word of a paper, by a key that never leaves the server. A changed paper has another
 * one, and nobody outside can work it out.
 */
@Component
class CheckCodes {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final Keys keys;

    CheckCodes(Keys keys) {
        this.keys = keys;
    }

    /** As it is printed: four groups of four. */
    String of(IssuedPaper paper) {
        StringBuilder code = new StringBuilder(plain(paper));
        for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
            code.insert(at, '-');
        }
        return code.toString();
    }

    /** Takes as long for a wrong code as for a right one. @param typed in any spelling that people copy it in */
    boolean matches(IssuedPaper paper, String typed) {
        return same(plain(paper), typed);
    }

    /** The same work for a number no paper has. */
    void nothing(String number, String typed) {
        same(code(number), typed);
    }

    private static boolean same(String code, String typed) {
        String read = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.US_ASCII), read.getBytes(StandardCharsets.UTF_8));
    }

    private String plain(IssuedPaper paper) {
        return code(String.join(
                "\0",
                paper.number(),
                paper.kind(),
                paper.unit(),
                paper.signed().toString(),
                Objects.requireNonNullElse(paper.facts(), ""),
                paper.text(),
                Objects.requireNonNullElse(paper.basis(), "")));
    }

    private String code(String content) {
        byte[] digest = keys.mark("check code of papers", content.getBytes(StandardCharsets.UTF_8));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int two = (digest[bit / 8] & 0xFF) << 8 | digest[bit / 8 + 1] & 0xFF;
            code.append(LETTERS.charAt(two >> 11 - bit % 8 & 31));
        }
        return code.toString();
    }
}
