package org.qipan.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;

/** A stream of an unchecked PDF: what it unpacks to is counted while it is unpacked. */
final class BoundedStream extends COSStream {

    private static final int LONGEST_ROW = 1 << 16;
    private static final Set<String> GENERAL_FILTERS = Set.of(
            "FlateDecode",
            "Fl",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "ASCII85Decode",
            "A85",
            "ASCIIHexDecode",
            "AHx");

    private final PdfBudget budget;

    BoundedStream(RandomAccessStreamCache cache, RandomAccessReadView view, PdfBudget budget) throws IOException {
        super(cache, view);
        this.budget = budget;
    }

    /** The parser asks for it when a stream holds objects or the places of objects; pages and pictures stay packed. */
    @Override
    public RandomAccessRead createView() throws IOException {
        byte[] plain = unpack(filters().size());
        COSArray widths = getCOSArray(COSName.W);
        budget.objects(widths == null ? words(plain) : plain.length / Math.max(1, sum(widths)));
        return new RandomAccessReadBuffer(plain);
    }

    COSArray filters() {
        COSBase filters = getFilters();
        if (filters instanceof COSArray several) {
            return several;
        }
        COSArray one = new COSArray();
        if (filters != null) {
            one.add(filters);
        }
        return one;
    }

    /** What the first filters give. */
    byte[] unpack(int filters) throws IOException {
        byte[] bytes;
        try (InputStream raw = createRawInputStream()) {
            bytes = raw.readAllBytes();
        }
        budget.held(bytes.length);
        for (int i = 0; i < filters; i++) {
            String name = filters().getName(i);
            if (name == null || !GENERAL_FILTERS.contains(name)) {
                throw FileRefused.damaged();
            }
            refuseLongRows(i);
            Unpacked out = new Unpacked();
            FilterFactory.INSTANCE.getFilter(name).decode(new ByteArrayInputStream(bytes), out, this, i);
            bytes = out.bytes.toByteArray();
        }
        return bytes;
    }

    // a predictor reserves memory for its row before there is a single byte of it
    private void refuseLongRows(int filter) {
        COSBase found = getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        COSBase chosen = found instanceof COSArray several ? several.getObject(filter) : found;
        if (chosen instanceof COSDictionary row
                && (row.getInt(COSName.COLUMNS, 1) > LONGEST_ROW || row.getInt(COSName.BITS_PER_COMPONENT, 8) > 16)) {
            throw PdfBudget.bomb();
        }
    }

    /** No fewer than the objects a text can hold. */
    private static int words(byte[] text) {
        int words = 0;
        boolean gap = true;
        for (byte each : text) {
            boolean space = each >= 0 && each <= ' ';
            if (gap && !space || each == '[' || each == '<' || each == '(' || each == '/') {
                words++;
            }
            gap = space;
        }
        return words;
    }

    private static int sum(COSArray widths) {
        return widths.getInt(0, 0) + widths.getInt(1, 0) + widths.getInt(2, 0);
    }

    private final class Unpacked extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            budget.held(1);
            bytes.write(one);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            budget.held(length);
            bytes.write(some, from, length);
        }
    }
}
