package org.qipan.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.tika.Tika;

/** What may be uploaded: extension and content must name the same kind. */
enum FileKind {
    JPEG("image/jpeg", cleaning(JpegCopy::copy), List.of("image/jpeg"), "jpg", "jpeg"),
    PNG("image/png", cleaning(PngCopy::copy), List.of("image/png", "image/apng", "image/vnd.mozilla.apng"), "png"),
    WEBP("image/webp", cleaning(WebpCopy::copy), List.of("image/webp"), "webp"),
    PDF("application/pdf", PdfCopy::copy, List.of("application/pdf"), "pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            cleaning((from, to) -> OfficeCopy.copy(from, to, "word/document.xml")),
            OfficeCopy.DETECTED,
            "docx"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            cleaning((from, to) -> OfficeCopy.copy(from, to, "xl/workbook.xml")),
            OfficeCopy.DETECTED,
            "xlsx"),
    // short texts in GB18030 look like nothing to the detector; TextCopy reads every character
    TXT("text/plain", cleaning(TextCopy::copy), List.of("text/plain", "application/octet-stream"), "txt"),
    CSV("text/csv", cleaning(TextCopy::copy), List.of("text/plain", "text/csv", "application/octet-stream"), "csv");

    private static final Tika TIKA = new Tika();

    private final String type;
    private final Copy copy;
    private final List<String> detected;
    private final List<String> extensions;

    FileKind(String type, Copy copy, List<String> detected, String... extensions) {
        this.type = type;
        this.copy = copy;
        this.detected = detected;
        this.extensions = List.of(extensions);
    }

    /** @throws FileRefused if the extension is not allowed or the content is something else */
    static FileKind of(String name, Path content) throws IOException {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        FileKind kind = Arrays.stream(values())
                .filter(each -> each.extensions.contains(extension))
                .findFirst()
                .orElseThrow(FileRefused::type);
        try (InputStream stream = Files.newInputStream(content)) {
            if (!kind.detected.contains(TIKA.detect(stream))) {
                throw FileRefused.type();
            }
        }
        return kind;
    }

    String type() {
        return type;
    }

    /**
     * Copies the content without its metadata.
     *
     * @return false if the metadata could not be removed without harm and is in the copy too
     * @throws FileRefused if the content is damaged or dangerous
     */
    boolean copy(Path from, Path to) throws IOException {
        return copy.copy(from, to);
    }

    private static Copy cleaning(CleaningCopy copy) {
        return (from, to) -> {
            copy.copy(from, to);
            return true;
        };
    }

    private interface Copy {
        boolean copy(Path from, Path to) throws IOException;
    }

    private interface CleaningCopy {
        void copy(Path from, Path to) throws IOException;
    }
}
