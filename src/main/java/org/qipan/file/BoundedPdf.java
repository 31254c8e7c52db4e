package org.qipan.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a PDF nobody has checked yet. PDFBox has no limits of its own, so its file, its document and its streams are replaced
 * by ones that draw on a {@link PdfBudget}.
 */
final class BoundedPdf extends PDFParser {

    private final PdfBudget budget;

    private BoundedPdf(RandomAccessRead source, PdfBudget budget) throws IOException {
        super(source);
        this.budget = budget;
        document.close();
        document = new BoundedDocument(IOUtils.createTempFileOnlyStreamCache().create());
    }

    /**
     * The document, to be closed.
     *
     * @throws FileRefused if it has a password or takes more than its share
     */
    static PDDocument read(Path file) throws IOException {
        PdfBudget budget = new PdfBudget(Files.size(file));
        RandomAccessRead source = new BoundedFile(file, budget);
        try {
            return new BoundedPdf(source, budget).parse();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            source.close();
            throw e;
        }
    }

    /** Left out: it repairs a page tree at quadratic cost. */
    @Override
    protected void checkPages(COSDictionary root) {}

    @Override
    protected COSBase parseDirObject() throws IOException {
        budget.objects(1);
        return super.parseDirObject();
    }

    private final class BoundedDocument extends COSDocument {

        private final RandomAccessStreamCache cache;

        BoundedDocument(RandomAccessStreamCache cache) {
            super(() -> cache, BoundedPdf.this);
            this.cache = cache;
        }

        /** Asked for before anything is decrypted, so nothing ever is. */
        @Override
        public @Nullable COSDictionary getEncryptionDictionary() {
            if (getTrailer() != null && getTrailer().containsKey(COSName.ENCRYPT)) {
                throw new FileRefused(422, "file.error.encrypted");
            }
            return null;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            COSStream stream = new BoundedStream(cache, createRandomAccessReadView(start, length), budget);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    /** Ends the long walks a broken file can send its reader on. */
    private static final class BoundedFile extends RandomAccessReadBufferedFile {

        private final PdfBudget budget;

        BoundedFile(Path file, PdfBudget budget) throws IOException {
            super(file);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            budget.read(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            budget.read(length);
            return super.read(bytes, from, length);
        }
    }
}
