package org.qipan.file;

import java.text.Normalizer;

/** A name that is safe in a header, a list and a folder: last segment of a path, no control or direction characters. */
final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    static String of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                // controls, direction overrides (which turn gpj.exe around), invisible characters, half surrogates
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip()
                .replaceAll("^[. ]+|[. ]+$", "");
        int dot = plain.lastIndexOf('.');
        String stem = dot < 0 ? plain : plain.substring(0, dot);
        String extension = dot < 0 ? "" : plain.substring(dot);
        if (stem.codePointCount(0, stem.length()) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
        }
        if (stem.matches("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]") || stem.isBlank()) {
            stem = "_" + stem;
        }
        return stem + (extension.length() > 10 ? extension.substring(0, 10) : extension);
    }
}
