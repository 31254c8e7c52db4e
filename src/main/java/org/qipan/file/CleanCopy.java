package org.qipan.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * An upload, checked by content and freed of metadata, in a temporary file that is gone when it is closed.
 *
 * @param cleaned false where metadata could not be removed without harm (a signed PDF)
 */
record CleanCopy(String name, FileKind kind, Path path, boolean cleaned) implements AutoCloseable {

    /** @throws FileRefused with the text for the person if it is too large, of another kind, damaged or dangerous */
    static CleanCopy of(InputStream content, String name) throws IOException {
        Path received = temporary();
        Path clean = temporary();
        boolean kept = false;
        try {
            receive(content, received);
            String safe = FileName.of(name);
            FileKind kind = FileKind.of(safe, received);
            CleanCopy copy = new CleanCopy(safe, kind, clean, copy(kind, received, clean));
            if (copy.size() > org.qipan.file.Files.LARGEST) {
                throw FileRefused.large();
            }
            kept = true;
            return copy;
        } finally {
            Files.deleteIfExists(received);
            if (!kept) {
                Files.deleteIfExists(clean);
            }
        }
    }

    long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static Path temporary() throws IOException {
        return Files.createTempFile("qipan-", ".upload");
    }

    private static void receive(InputStream content, Path to) throws IOException {
        long size = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[8192];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > org.qipan.file.Files.LARGEST) {
                    throw FileRefused.large();
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw new FileRefused(422, "file.error.empty");
        }
    }

    private static boolean copy(FileKind kind, Path from, Path to) throws IOException {
        try {
            return kind.copy(from, to);
        } catch (EOFException | ZipException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw FileRefused.damaged();
        }
    }
}
