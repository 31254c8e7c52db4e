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
    JPEG("image/jpeg", true, JpegCopy::copy, List.of("image/jpeg"), "jpg", "jpeg"),
    PNG("image/png", true, PngCopy::copy, List.of("image/png", "image/apng", "image/vnd.mozilla.apng"), "png"),
    WEBP("image/webp", true, WebpCopy::copy, List.of("image/webp"), "webp"),
    // Info dictionary and XMP stay: signed and encrypted files would break, and the page says so
    PDF("application/pdf", false, PdfCopy::copy, List.of("application/pdf"), "pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            true,
            (from, to) -> OfficeCopy.copy(from, to, "word/document.xml"),
            OfficeCopy.DETECTED,
            "docx"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            true,
            (from, to) -> OfficeCopy.copy(from, to, "xl/workbook.xml"),
            OfficeCopy.DETECTED,
            "xlsx"),
    // short texts in GB18030 look like nothing to the detector; TextCopy reads every character
    TXT("text/plain", true, TextCopy::copy, List.of("text/plain", "application/octet-stream"), "txt"),
    CSV("text/csv", true, TextCopy::copy, List.of("text/plain", "text/csv", "application/octet-stream"), "csv");

    private static final Tika TIKA = new Tika();

    private final String type;
    private final boolean cleaned;
    private final Copy copy;
    private final List<String> detected;
    private final List<String> extensions;

    FileKind(String type, boolean cleaned, Copy copy, List<String> detected, String... extensions) {
        this.type = type;
        this.cleaned = cleaned;
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

    boolean cleaned() {
        return cleaned;
    }

    void copy(Path from, Path to) throws IOException {
        copy.copy(from, to);
    }

    /** Copies the content without its metadata, refusing what is damaged or dangerous. */
    interface Copy {
        void copy(Path from, Path to) throws IOException;
    }
}
