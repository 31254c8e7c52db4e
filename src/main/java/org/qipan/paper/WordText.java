package org.qipan.paper;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The text of a paper as Word has it: paragraphs on the grid, a table, the section and its foot. */
final class WordText {

    /** Names of the prescribed types; what stands in for them is in the table of fonts. */
    static final String BODY_FONT = "仿宋_GB2312";

    static final String TITLE_FONT = "方正小标宋简体";
    static final String HEADING_FONT = "黑体";
    static final String NUMBER_FONT = "宋体";

    private static final int LINE = Measure.twips(Measure.LINE);
    private static final int WIDTH = Measure.twips(Measure.WIDTH);
    private static final int LABEL = Measure.twips(Measure.CHARACTER * 7);

    private final WordXml xml;

    private WordText(WordXml xml) {
        this.xml = xml;
    }

    static String document(OfficialPaper paper) {
        WordXml xml = new WordXml("document");
        xml.in("body", () -> new WordText(xml).body(paper));
        return xml.finish();
    }

    private void body(OfficialPaper paper) {
        paragraph(paper.issuer(), head(paper.issuer()), "C00000", TITLE_FONT, properties -> {
            xml.put("spacing", "line", LINE * 2, "lineRule", "exact");
            xml.put("jc", "val", "center");
        });
        String number = paper.number();
        paragraph(number == null ? "" : number, Measure.BODY, null, BODY_FONT, properties -> {
            xml.in("pBdr", () -> xml.put("bottom", "val", "single", "sz", 12, "space", 10, "color", "C00000"));
            xml.put("jc", "val", "center");
        });
        plain("");
        paragraph(paper.title(), Measure.TITLE, null, TITLE_FONT, properties -> xml.put("jc", "val", "center"));
        plain("");
        if (paper.addressee() != null) {
            plain(paper.addressee());
        }
        paper.body()
                .forEach(line -> paragraph(
                        line.text(),
                        Measure.BODY,
                        null,
                        line.heading() ? HEADING_FONT : BODY_FONT,
                        properties -> indent()));
        if (!paper.rows().isEmpty()) {
            table(paper);
        }
        paper.attachments().forEach(line -> paragraph(line, Measure.BODY, null, BODY_FONT, properties -> indent()));
        String date = paper.date();
        if (date != null) {
            plain("");
            plain("");
            ending(paper.seal(), Measure.overDate(paper.seal(), date), "767676");
            ending(paper.issuer(), Measure.overDate(paper.issuer(), date), null);
            ending(date, Measure.DATE_RIGHT, null);
        }
        section();
    }

    private static float head(String issuer) {
        return (float) Math.min(Measure.HEAD, Measure.WIDTH / Measure.characters(issuer));
    }

    private void plain(String text) {
        paragraph(text, Measure.BODY, null, BODY_FONT, properties -> {});
    }

    private void indent() {
        xml.put(
                "ind",
                "firstLineChars",
                Measure.INDENT * 100,
                "firstLine",
                Measure.twips(Measure.INDENT * Measure.BODY));
    }

    private void ending(String text, double right, @Nullable String colour) {
        paragraph(text, Measure.BODY, colour, BODY_FONT, properties -> {
            xml.put("keepNext");
            xml.put("ind", "rightChars", Math.round(right * 100), "right", Measure.twips(right * Measure.CHARACTER));
            xml.put("jc", "val", "right");
        });
    }

    private void paragraph(
            String text, float size, @Nullable String colour, String font, Consumer<WordXml> properties) {
        xml.in("p", () -> {
            xml.in("pPr", () -> properties.accept(xml));
            run(xml, text, size, colour, font);
        });
    }

    private static void run(WordXml xml, String text, float size, @Nullable String colour, String font) {
        xml.in("r", () -> {
            runProperties(xml, size, colour, font);
            xml.in("t", () -> xml.text(text), "xml:space", "preserve");
        });
    }

    private static void runProperties(WordXml xml, float size, @Nullable String colour, String font) {
        xml.in("rPr", () -> {
            xml.put("rFonts", "ascii", "Times New Roman", "hAnsi", "Times New Roman", "eastAsia", font);
            if (colour != null) {
                xml.put("color", "val", colour);
            }
            xml.put("sz", "val", Math.round(size * 2));
        });
    }

    private void table(OfficialPaper paper) {
        xml.in("tbl", () -> {
            xml.in("tblPr", () -> {
                xml.put("tblW", "w", WIDTH, "type", "dxa");
                xml.in("tblBorders", () -> {
                    for (String side : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
                        xml.put(side, "val", "single", "sz", 6, "color", "000000");
                    }
                });
                xml.put("tblLayout", "type", "fixed");
            });
            xml.in("tblGrid", () -> xml.put("gridCol", "w", LABEL).put("gridCol", "w", WIDTH - LABEL));
            paper.rows()
                    .forEach(row -> xml.in("tr", () -> {
                        xml.in("trPr", () -> xml.put("cantSplit"));
                        cell(row.label(), LABEL);
                        cell(row.text(), WIDTH - LABEL);
                    }));
        });
    }

    private void cell(String text, int width) {
        xml.in("tc", () -> {
            xml.in("tcPr", () -> xml.put("tcW", "w", width, "type", "dxa"));
            plain(text);
        });
    }

    private void section() {
        xml.in("sectPr", () -> {
            xml.put("footerReference", "type", "default", "r:id", "rId3");
            xml.put("pgSz", "w", Measure.twips(Measure.PAGE_WIDTH), "h", Measure.twips(Measure.PAGE_HEIGHT));
            double right = Measure.PAGE_WIDTH - Measure.LEFT - Measure.WIDTH;
            double bottom = Measure.PAGE_HEIGHT - Measure.TOP - Measure.HEIGHT;
            xml.put(
                    "pgMar",
                    "top",
                    Measure.twips(Measure.TOP),
                    "right",
                    Measure.twips(right),
                    "bottom",
                    Measure.twips(bottom),
                    "left",
                    Measure.twips(Measure.LEFT),
                    "header",
                    720,
                    "footer",
                    Measure.twips(Measure.points(10)),
                    "gutter",
                    0);
            // In 4096ths of a point: how much narrower than its type a character stands.
            long narrower = Math.round((Measure.CHARACTER - Measure.BODY) * 4096);
            xml.put("docGrid", "type", "linesAndChars", "linePitch", LINE, "charSpace", narrower);
        });
    }

    static String foot(OfficialPaper paper) {
        WordXml xml = new WordXml("ftr");
        xml.in("p", () -> {
            xml.in("pPr", () -> xml.put("jc", "val", "right"));
            run(xml, "\u2014 ", Measure.PAGE_NUMBER, null, NUMBER_FONT);
            xml.in("fldSimple", () -> run(xml, "1", Measure.PAGE_NUMBER, null, NUMBER_FONT), "instr", " PAGE ");
            run(xml, " \u2014", Measure.PAGE_NUMBER, null, NUMBER_FONT);
        });
        paper.foot()
                .forEach(line -> xml.in("p", () -> {
                    xml.in(
                            "pPr",
                            () -> xml.put("snapToGrid", "val", 0).put("spacing", "line", 220, "lineRule", "exact"));
                    run(xml, line, Measure.FOOT, "767676", NUMBER_FONT);
                }));
        return xml.finish();
    }
}
