package org.qipan.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * PDF written anew from the objects its pages need, so that earlier versions, metadata and scripts stay behind. A file hidden before, behind
 * or inside it is refused. What is signed stays as it is: the signature is worth more to the case than the metadata.
 */
final class PdfCopy {

    private static final int TAIL = 2048;
    // the objects of one hostile file can take some hundred megabytes within its budget
    private static final Lock TURN = new ReentrantLock(true);

    private PdfCopy() {}

    /** @return false if the PDF is signed and kept as it is */
    static boolean copy(Path from, Path to) throws IOException {
        checkEnds(from);
        TURN.lock();
        try {
            boolean cleaned = clean(from, to);
            if (!cleaned) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
            return cleaned;
        } catch (FileRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox answers odd input with any of them
            throw FileRefused.damaged();
        } finally {
            TURN.unlock();
        }
    }

    private static void checkEnds(Path from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(from.toFile(), "r")) {
            byte[] head = new byte[(int) Math.min(5, file.length())];
            file.readFully(head);
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            String end = new String(tail, StandardCharsets.ISO_8859_1);
            int last = end.lastIndexOf("%%EOF");
            if (!new String(head, StandardCharsets.ISO_8859_1).equals("%PDF-")
                    || last < 0
                    || !end.substring(last + 5).isBlank()) {
                throw FileRefused.damaged();
            }
        }
    }

    private static boolean clean(Path from, Path to) throws IOException {
        try (PDDocument document = BoundedPdf.read(from);
                OutputStream out = Files.newOutputStream(to)) {
            boolean changed = PdfMetadata.remove(document);
            if (changed) {
                document.save(out);
            }
            return changed;
        }
    }
}
