package org.qipan.receipt;

import java.util.List;

/**
 * What a petitioner is given, once; nobody can show it again.
 *
 * @param code in groups, to be typed
 * @param words the same, to be remembered or said; eight
 * @param pin six digits, with either
 */
public record Receipt(String code, List<String> words, String pin) {

    /** Not what it holds: a log is no place for it. */
    @Override
    public String toString() {
        return "Receipt";
    }
}
