package org.qipan.letter;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as a file. Its name says nothing of what it is about: names of files are read over shoulders. @param name without ending */
public record LetterFile(String name, Format format, byte[] bytes) {

    /** Kinds of files. */
    public enum Format {
        PDF("pdf", MediaType.APPLICATION_PDF_VALUE),
        WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        public String ending() {
            return ending;
        }

        /** Anything else is a PDF. */
        public static Format of(String ending) {
            return ending.equals(WORD.ending) ? WORD : PDF;
        }
    }

    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.type))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name + "." + format.ending)
                                .build()
                                .toString())
                .body(bytes);
    }
}
