package org.qipan.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.springframework.stereotype.Component;

/** Lists as PDF, with the page and the number of pages, and nothing in the file that tells who made it. */
@Component
public class PdfTables {

    private static final Color LINES = new Color(0x99, 0x99, 0x99);
    private static final Color SHADE = new Color(0xEE, 0xEE, 0xEE);
    private static final double MARGIN = Measure.points(12);
    private static final double WIDTH = Measure.PAGE_HEIGHT - 2 * MARGIN;
    private static final double BOTTOM = Measure.PAGE_WIDTH - MARGIN - Measure.points(6);
    private static final float SIZE = 8.5f;
    private static final double LEADING = SIZE * 1.35;
    private static final double PAD = 3;

    private final PaperFonts fonts;

    PdfTables(PaperFonts fonts) {
        this.fonts = fonts;
    }

    public byte[] write(PaperTable table) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.setDocumentId(0L);
            document.getDocumentCatalog().setLanguage("zh-CN");
            Sheets sheets = new Sheets(document, fonts.body(document), fonts.title(document), table);
            sheets.fill();
            sheets.number();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages of one list. */
    private static final class Sheets {

        private final PDDocument document;
        private final Face body;
        private final Face bold;
        private final PaperTable table;
        private final double[] widths;
        private PDPageContentStream page;
        private double used = MARGIN;

        Sheets(PDDocument document, Face body, Face bold, PaperTable table) throws IOException {
            this.document = document;
            this.body = body;
            this.bold = bold;
            this.table = table;
            double all = table.columns().stream()
                    .mapToDouble(PaperTable.Column::share)
                    .sum();
            widths = table.columns().stream()
                    .mapToDouble(column -> column.share() / all * WIDTH)
                    .toArray();
            page = next();
        }

        private PDPageContentStream next() throws IOException {
            PDPage sheet = new PDPage(new PDRectangle((float) Measure.PAGE_HEIGHT, (float) Measure.PAGE_WIDTH));
            document.addPage(sheet);
            return new PDPageContentStream(document, sheet);
        }

        void fill() throws IOException {
            String title = bold.drawable(table.title());
            put(bold, 16, (Measure.PAGE_HEIGHT - bold.width(title, 16, 0)) / 2, used + 16, title);
            used += 28;
            head();
            for (List<String> row : table.rows()) {
                row(body, row, false);
            }
            page.close();
        }

        private void head() throws IOException {
            row(bold, table.columns().stream().map(PaperTable.Column::name).toList(), true);
        }

        private void row(Face face, List<String> cells, boolean head) throws IOException {
            List<List<String>> wrapped = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                double wide = widths[i] - 2 * PAD;
                wrapped.add(face.wrap(cells.get(i), SIZE, 0, wide, wide));
            }
            double height = wrapped.stream().mapToInt(List::size).max().orElse(1) * LEADING + 2 * PAD;
            if (!head && used + height > BOTTOM) {
                page.close();
                page = next();
                used = MARGIN;
                head();
            }
            if (head) {
                page.setNonStrokingColor(SHADE);
                page.addRect((float) MARGIN, up(used + height), (float) WIDTH, (float) height);
                page.fill();
            }
            double left = MARGIN;
            page.setStrokingColor(LINES);
            page.setLineWidth(0.5f);
            for (int i = 0; i < widths.length; i++) {
                page.addRect((float) left, up(used + height), (float) widths[i], (float) height);
                page.stroke();
                double down = used + PAD;
                for (String line : wrapped.get(i)) {
                    put(face, SIZE, left + PAD, down + SIZE, line);
                    down += LEADING;
                }
                left += widths[i];
            }
            used += height;
        }

        void number() throws IOException {
            int all = document.getNumberOfPages();
            for (int i = 0; i < all; i++) {
                page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
                double foot = Measure.PAGE_WIDTH - MARGIN;
                put(body, SIZE, MARGIN, foot, body.drawable(table.mark()));
                String number = (i + 1) + "/" + all;
                put(body, SIZE, MARGIN + WIDTH - body.width(number, SIZE, 0), foot, number);
                page.close();
            }
        }

        private void put(Face face, float size, double left, double down, String text) throws IOException {
            page.beginText();
            page.setNonStrokingColor(Color.BLACK);
            page.setFont(face.font(), size);
            page.newLineAtOffset((float) left, up(down));
            page.showText(text);
            page.endText();
        }

        private static float up(double down) {
            return (float) (Measure.PAGE_WIDTH - down);
        }
    }
}
