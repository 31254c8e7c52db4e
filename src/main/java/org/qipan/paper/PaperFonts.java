package org.qipan.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The two types of a paper. Only the characters that are used go into the file. */
@Component
class PaperFonts {

    private static final Logger LOG = LoggerFactory.getLogger(PaperFonts.class);
    private static final String OPEN = "/fonts/ttf/NotoSansSC/NotoSansSC-";

    private final Kept body;
    private final Kept title;

    PaperFonts(PaperProperties properties) {
        body = new Kept(usable(properties.bodyFont()), OPEN + "Regular.ttf");
        title = new Kept(usable(properties.titleFont()), OPEN + "Medium.ttf");
    }

    Face body(PDDocument document) {
        return body.in(document);
    }

    Face title(PDDocument document) {
        return title.in(document);
    }

    /** A font that cannot be used is no reason to serve no papers. */
    private static @Nullable Path usable(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try (PDDocument tried = new PDDocument()) {
            load(tried, Files.readAllBytes(file));
            return file;
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is no font that may be embedded; papers are set in the open one: {}", file, e.toString());
            return null;
        }
    }

    private static Face load(PDDocument document, byte[] bytes) throws IOException {
        boolean collection = bytes.length > 4 && bytes[0] == 't' && bytes[1] == 't' && bytes[2] == 'c';
        TrueTypeFont font = collection ? first(bytes) : new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        document.registerTrueTypeFontForClosing(font);
        return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    private static TrueTypeFont first(byte[] bytes) throws IOException {
        AtomicReference<TrueTypeFont> found = new AtomicReference<>();
        new TrueTypeCollection(new ByteArrayInputStream(bytes))
                .processAllFonts(font -> found.compareAndSet(null, font));
        return Objects.requireNonNull(found.get());
    }

    /** The bytes of a font, as long as there is memory for them. */
    private static final class Kept {

        private final @Nullable Path file;
        private final String resource;
        private volatile SoftReference<byte[]> bytes = new SoftReference<>(null);

        Kept(@Nullable Path file, String resource) {
            this.file = file;
            this.resource = resource;
        }

        Face in(PDDocument document) {
            try {
                return load(document, bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] bytes() throws IOException {
            byte[] kept = bytes.get();
            if (kept == null) {
                kept = read();
                bytes = new SoftReference<>(kept);
            }
            return kept;
        }

        private byte[] read() throws IOException {
            if (file != null) {
                return Files.readAllBytes(file);
            }
            try (InputStream stream =
                    Objects.requireNonNull(PaperFonts.class.getResourceAsStream(resource), resource)) {
                return stream.readAllBytes();
            }
        }
    }
}
