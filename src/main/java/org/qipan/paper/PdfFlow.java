package org.qipan.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Text that runs down the pages of a document, line by line on the grid. */
final class PdfFlow {

    private static final Color RED = new Color(0xC0, 0x00, 0x00);
    private static final Color GREY = new Color(0x76, 0x76, 0x76);
    private static final double LABEL = Measure.CHARACTER * 7;
    private static final double PAD = 5;
    /** Sets 28 characters of 3号, which is a little too large for it, into the width of a line. */
    private static final float TIGHT = (float) (Measure.CHARACTER - Measure.BODY);

    private final PDDocument document;
    private final Face body;
    private final Face title;
    private PDPageContentStream page;
    private double used;

    PdfFlow(PDDocument document, Face body, Face title) throws IOException {
        this.document = document;
        this.body = body;
        this.title = title;
        page = next(document);
    }

    private static PDPageContentStream next(PDDocument document) throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) Measure.PAGE_WIDTH, (float) Measure.PAGE_HEIGHT));
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    private void room(double height) throws IOException {
        if (used + height > Measure.HEIGHT + 1) {
            page.close();
            page = next(document);
            used = 0;
        }
    }

    void blank(int lines) {
        used += lines * Measure.LINE;
    }

    /** The unit in the head, red, as large as it fits on one line. */
    void head(String issuer, String number) throws IOException {
        String text = title.drawable(issuer);
        float size = (float) Math.min(Measure.HEAD, Measure.HEAD * Measure.WIDTH / title.width(text, Measure.HEAD, 0));
        put(title, size, 0, (Measure.WIDTH - title.width(text, size, 0)) / 2, 1.5 * Measure.LINE, text, RED);
        used += 2 * Measure.LINE;
        if (!number.isEmpty()) {
            centred(body, Measure.BODY, number);
        }
        page.setStrokingColor(RED);
        page.setLineWidth(1.5f);
        stroke(0, used + Measure.points(4), Measure.WIDTH, used + Measure.points(4));
        used += Measure.LINE;
    }

    void title(String text) throws IOException {
        for (String line : title.wrap(text, Measure.TITLE, 0, Measure.WIDTH, Measure.WIDTH)) {
            room(Measure.LINE);
            centred(title, Measure.TITLE, line);
        }
    }

    private void centred(Face face, float size, String text) throws IOException {
        String drawn = face.drawable(text);
        put(face, size, 0, (Measure.WIDTH - face.width(drawn, size, 0)) / 2, Measure.LINE, drawn, Color.BLACK);
        used += Measure.LINE;
    }

    /** @param indent of the first line, in characters */
    void paragraph(String text, boolean heading, int indent) throws IOException {
        Face face = heading ? title : body;
        double in = indent * Measure.CHARACTER;
        for (String line : face.wrap(text, Measure.BODY, TIGHT, Measure.WIDTH - in, Measure.WIDTH)) {
            room(Measure.LINE);
            put(face, Measure.BODY, TIGHT, in, Measure.LINE, line, Color.BLACK);
            used += Measure.LINE;
            in = 0;
        }
    }

    /** @param right distance from the right margin, in characters */
    void ending(String text, double right, boolean faint) throws IOException {
        String drawn = body.drawable(text);
        double left = Measure.WIDTH - right * Measure.CHARACTER - body.width(drawn, Measure.BODY, TIGHT);
        put(body, Measure.BODY, TIGHT, Math.max(0, left), Measure.LINE, drawn, faint ? GREY : Color.BLACK);
        used += Measure.LINE;
    }

    /** Keeps the next lines on one page: a signature never stands alone. */
    void together(int lines) throws IOException {
        room(lines * Measure.LINE);
    }

    /** A row of a table with two columns. */
    void row(String label, String text) throws IOException {
        double wide = Measure.WIDTH - LABEL - 2 * PAD;
        List<String> lines = body.wrap(text, Measure.BODY, TIGHT, wide, wide);
        List<String> names = body.wrap(label, Measure.BODY, TIGHT, LABEL - 2 * PAD, LABEL - 2 * PAD);
        double height = Math.max(Math.max(lines.size(), names.size()), 1) * Measure.LINE + 2 * PAD;
        room(height);
        page.setStrokingColor(Color.BLACK);
        page.setLineWidth(0.75f);
        stroke(0, used, Measure.WIDTH, used);
        stroke(0, used + height, Measure.WIDTH, used + height);
        for (double x : new double[] {0, LABEL, Measure.WIDTH}) {
            stroke(x, used, x, used + height);
        }
        cell(names, PAD);
        cell(lines, LABEL + PAD);
        used += height;
    }

    private void cell(List<String> lines, double left) throws IOException {
        double down = PAD;
        for (String line : lines) {
            put(body, Measure.BODY, TIGHT, left, down + Measure.LINE, line, Color.BLACK);
            down += Measure.LINE;
        }
    }

    /** Numbers the pages outside at their foot, and sets the small lines under each. */
    void finish(List<String> foot) throws IOException {
        page.close();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            page = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
            String number = body.drawable("\u2014 " + (i + 1) + " \u2014");
            double wide = body.width(number, Measure.PAGE_NUMBER, 0);
            boolean odd = i % 2 == 0;
            used = Measure.HEIGHT + Measure.points(7);
            double left = odd ? Measure.WIDTH - Measure.CHARACTER - wide : Measure.CHARACTER;
            put(body, Measure.PAGE_NUMBER, 0, left, 0, number, Color.BLACK);
            used += Measure.points(4);
            for (String line : foot) {
                for (String part : body.wrap(line, Measure.FOOT, 0, Measure.WIDTH, Measure.WIDTH)) {
                    used += Measure.FOOT * 1.4;
                    put(body, Measure.FOOT, 0, 0, 0, part, GREY);
                }
            }
            page.close();
        }
    }

    /** @param down from where the text has got to, to the foot of this line */
    private void put(Face face, float size, float spacing, double left, double down, String text, Color colour)
            throws IOException {
        // Letters hang a little above the foot of their line.
        double above = down == 0 ? 0 : (Measure.LINE - size) / 2 + size * 0.12;
        page.beginText();
        page.setNonStrokingColor(colour);
        page.setFont(face.font(), size);
        page.setCharacterSpacing(spacing);
        page.newLineAtOffset((float) (Measure.LEFT + left), height(used + down - above));
        page.showText(text);
        page.endText();
    }

    private void stroke(double fromX, double fromY, double toX, double toY) throws IOException {
        page.moveTo((float) (Measure.LEFT + fromX), height(fromY));
        page.lineTo((float) (Measure.LEFT + toX), height(toY));
        page.stroke();
    }

    /** PDF counts from the foot of the page. */
    private static float height(double down) {
        return (float) (Measure.PAGE_HEIGHT - Measure.TOP - down);
    }
}
