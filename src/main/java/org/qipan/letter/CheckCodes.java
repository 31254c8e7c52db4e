package org.qipan.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.qipan.complaint.IssuedPaper;
import org.qipan.receipt.CodeLetters;
import org.qipan.vault.Keys;
import org.springframework.stereotype.Component;

/**
 * 校验码: 80 bits that follow from the number and every word of a paper, by a key that never leaves the server. A changed paper has another
 * one, and nobody outside can work it out.
 */
@Component
class CheckCodes {

    private final Keys keys;

    CheckCodes(Keys keys) {
        this.keys = keys;
    }

    /** As it is printed: four groups of four. */
    String of(IssuedPaper paper) {
        return code(content(paper));
    }

    /** What is kept of the code of a paper whose text is destroyed: it proves the code and tells neither that nor the text. */
    byte[] digest(String typed) {
        return keys.mark("digest of a check code", CodeLetters.plain(typed).getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes as long for a wrong code as for a right one. @param typed in any spelling that people copy it in */
    boolean matches(IssuedPaper paper, String typed) {
        return same(of(paper), typed);
    }

    /** The same work for a number no paper has. */
    void nothing(String number, String typed) {
        same(code(number), typed);
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(
                CodeLetters.plain(code).getBytes(StandardCharsets.US_ASCII),
                CodeLetters.plain(typed).getBytes(StandardCharsets.US_ASCII));
    }

    private static String content(IssuedPaper paper) {
        return String.join(
                "\0",
                paper.number(),
                paper.kind(),
                paper.unit(),
                paper.signed().toString(),
                Objects.requireNonNullElse(paper.facts(), ""),
                paper.text(),
                Objects.requireNonNullElse(paper.basis(), ""));
    }

    private String code(String content) {
        return CodeLetters.grouped(keys.mark("check code of papers", content.getBytes(StandardCharsets.UTF_8)));
    }
}
