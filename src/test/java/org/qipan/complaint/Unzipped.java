package org.qipan.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Names and contents of an archive as one text, to look for what must not be in it. */
final class Unzipped {

    private Unzipped() {}

    static String text(byte[] archive) {
        StringBuilder all = new StringBuilder();
        try {
            Path kept = Files.createTempFile("unzipped", ".zip");
            try {
                Files.write(kept, archive);
                try (ZipFile zip = new ZipFile(kept.toFile())) {
                    for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                        all.append(entry.getName()).append('\n');
                        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
