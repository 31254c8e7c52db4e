package org.qipan.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GB/T 9704 asks of a paper, read back from the files by other programs than those that wrote them. */
class PaperTests {

    private static final double MM = 72 / 25.4;
    private static final String SENTENCE = "经调查核实，双方没有签订书面租赁合同，押金收据载明金额为壹仟贰佰元整。";
    private static final OfficialPaper PAPER = new OfficialPaper(
            "民众街道办事处",
            "民众信复〔2026〕3号",
            "信访事项处理意见书",
            "信访人：",
            List.of(
                    new OfficialPaper.Line("一、事实和理由", true),
                    new OfficialPaper.Line(SENTENCE.repeat(3), false),
                    new OfficialPaper.Line("生僻的字：\uD83D\uDE00，控制字符：\u0007。", false)),
            List.of(),
            List.of("附件：1.租房押金收据"),
            "2026年11月22日",
            "（印章）",
            List.of("校验码 ABCD-EFGH", "本件由 甲 取得"));

    private final PdfPapers pdf = new PdfPapers(new PaperFonts(new PaperProperties(null, null)));
    private final WordPapers word = new WordPapers();

    private XWPFDocument read(OfficialPaper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(word.write(paper)));
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        return document.getParagraphs().stream()
                .filter(one -> one.getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static String fontOf(XWPFParagraph paragraph) {
        return paragraph.getRuns().get(0).getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia);
    }

    @Test
    void wordHasThePrescribedPageTypesAndPlaces() throws IOException {
        try (XWPFDocument document = read(PAPER)) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
            assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
            assertThat(millimetres(section.getPgMar().getTop())).as("天头").isEqualTo(37);
            assertThat(millimetres(section.getPgMar().getLeft())).as("订口").isEqualTo(28);
            assertThat(millimetres(section.getPgMar().getRight())).as("版心 156").isEqualTo(210 - 28 - 156);
            assertThat(millimetres(section.getPgMar().getBottom())).as("版心 225").isEqualTo(297 - 37 - 225);
            XWPFParagraph title = paragraph(document, "信访事项处理意见书");
            assertThat(title.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            assertThat(title.getRuns().get(0).getFontSizeAsDouble()).as("2号").isEqualTo(22);
            assertThat(fontOf(title)).contains("小标宋");
            XWPFParagraph body = paragraph(document, SENTENCE);
            assertThat(body.getRuns().get(0).getFontSizeAsDouble()).as("3号").isEqualTo(16);
            assertThat(fontOf(body)).contains("仿宋");
            assertThat(body.getIndentationFirstLine()).as("two characters").isEqualTo(640);
            assertThat(fontOf(paragraph(document, "一、"))).isEqualTo("黑体");
            assertThat(paragraph(document, "民众信复〔2026〕3号").getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
            List<String> texts = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .filter(text -> !text.isBlank())
                    .toList();
            assertThat(texts).endsWith("附件：1.租房押金收据", "（印章）", "民众街道办事处", "2026年11月22日");
            assertThat(paragraph(document, "2026年").getAlignment()).isEqualTo(ParagraphAlignment.RIGHT);
            assertThat(document.getFooterList().get(0).getText()).contains("—", "校验码 ABCD-EFGH", "本件由 甲 取得");
        }
    }

    private static long millimetres(Object twips) {
        return Math.round(((BigInteger) twips).doubleValue() / 20 / MM);
    }

    @Test
    void wordHasTwentyTwoLinesOfTwentyEightCharacters() throws IOException {
        String text = part(word.write(PAPER), "word/document.xml");
        assertThat(text).contains("w:type=\"linesAndChars\"");
        double line = Double.parseDouble(text.replaceAll("(?s).*linePitch=\"(\\d+)\".*", "$1")) / 20;
        double character = 16 + Double.parseDouble(text.replaceAll("(?s).*charSpace=\"(-?\\d+)\".*", "$1")) / 4096;
        assertThat(Math.floor(225 * MM / line + 0.01)).isEqualTo(22);
        assertThat(Math.floor(156 * MM / character + 0.01)).isEqualTo(28);
        assertThat(part(word.write(PAPER), "word/fontTable.xml")).contains("方正小标宋简体", "仿宋", "altName");
    }

    @Test
    void noFileTellsWhoMadeItOrWhen() throws IOException {
        byte[] docx = word.write(PAPER);
        assertThat(word.write(PAPER)).as("the same bytes").isEqualTo(docx);
        assertThat(parts(docx)).noneMatch(name -> name.startsWith("docProps"));
        byte[] file = pdf.write(PAPER);
        assertThat(pdf.write(PAPER)).as("the same bytes").isEqualTo(file);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
        }
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        "/Producer", "/Creator", "/Author", "/CreationDate", System.getProperty("user.name") + "/");
    }

    private record Placed(String text, double x, double fromTop, double size, PDFont font) {}

    private List<Placed> placed(byte[] file) throws IOException {
        List<Placed> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo((float) (210 * MM), offset());
            assertThat(document.getPage(0).getMediaBox().getHeight()).isCloseTo((float) (297 * MM), offset());
            PDFTextStripper reader = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    TextPosition first = positions.get(0);
                    found.add(new Placed(
                            text,
                            first.getXDirAdj() / MM,
                            first.getYDirAdj() / MM,
                            first.getFontSizeInPt(),
                            first.getFont()));
                }
            };
            reader.getText(document);
        }
        return found;
    }

    private static org.assertj.core.data.Offset<Float> offset() {
        return org.assertj.core.data.Offset.offset(0.1f);
    }

    private static Placed line(List<Placed> lines, String text) {
        return lines.stream()
                .filter(one -> one.text().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " in " + lines));
    }

    @Test
    void pdfHasThePrescribedPlacesAndEmbedsWhatItUses() throws IOException {
        List<Placed> lines = placed(pdf.write(PAPER));
        Placed title = line(lines, "信访事项处理意见书");
        assertThat(title.size()).isEqualTo(22);
        assertThat(title.x())
                .as("in the middle")
                .isBetween(28 + (156 - 9 * 22 / MM) / 2 - 1, 28 + (156 - 9 * 22 / MM) / 2 + 1);
        assertThat(line(lines, "信访人：").x()).as("订口").isBetween(27.5, 28.8);
        Placed body = line(lines, "经调查核实");
        assertThat(body.size()).isEqualTo(16);
        assertThat(body.x()).as("two characters in").isBetween(28 + 2 * 156 / 28.0 - 0.5, 28 + 2 * 156 / 28.0 + 1);
        Placed date = line(lines, "2026年11月22日");
        Placed unit = lines.stream()
                .filter(one -> one.text().startsWith("民众街道办事处"))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(unit.fromTop()).as("above the date").isBetween(date.fromTop() - 11, date.fromTop() - 9);
        assertThat(line(lines, "（印章）").fromTop()).isLessThan(unit.fromTop());
        assertThat(line(lines, "— 1 —").fromTop()).as("under the text").isGreaterThan(37 + 225 + 5);
        assertThat(line(lines, "校验码").fromTop()).isGreaterThan(37 + 225 + 5);
        assertThat(lines).allSatisfy(one -> {
            assertThat(one.font().isEmbedded()).isTrue();
            assertThat(one.x()).isGreaterThan(27.5);
        });
        assertThat(lines)
                .as("a sign no font has is a box")
                .anyMatch(one -> one.text().contains("生僻的字：□"));
    }

    @Test
    void pdfTakesTwentyTwoLinesAndNumbersItsPages() throws IOException {
        List<OfficialPaper.Line> many = IntStream.range(0, 60)
                .mapToObj(i -> new OfficialPaper.Line("第" + i + "段", false))
                .toList();
        OfficialPaper paper = new OfficialPaper(
                "街道", null, "题", null, many, List.of(), List.of(), "2026年1月1日", "（印章）", List.of("校验码"));
        try (PDDocument document = Loader.loadPDF(pdf.write(paper))) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setStartPage(2);
            reader.setEndPage(2);
            String second = reader.getText(document);
            assertThat(second.lines().filter(line -> line.startsWith("第"))).hasSize(22);
            assertThat(second).contains("— 2 —", "校验码");
            reader.setStartPage(document.getNumberOfPages());
            reader.setEndPage(document.getNumberOfPages());
            assertThat(reader.getText(document))
                    .as("a signature never stands alone")
                    .contains("街道", "2026年1月1日");
        }
    }

    @Test
    void noLineBeginsWithAClosingMarkOrLeavesThePage() throws IOException {
        try (PDDocument document = new PDDocument()) {
            Face face = new PaperFonts(new PaperProperties(null, null)).body(document);
            for (int first = 1; first < 30; first++) {
                String text = "字".repeat(first) + "，（附《信访工作条例》）。" + "abc 2026-11-22 ".repeat(4) + SENTENCE;
                List<String> lines = face.wrap(text, 16, -0.2f, 400, 440);
                assertThat(String.join("", lines)).isEqualTo(text);
                assertThat(lines).allSatisfy(line -> {
                    assertThat("，。》）").doesNotContain(line.substring(0, 1));
                    assertThat("《（").doesNotContain(line.substring(line.length() - 1));
                    assertThat(face.width(line, 16, -0.2f)).isLessThan(441);
                });
            }
        }
    }

    @Test
    void theTableOfAPaperIsInBothFiles() throws IOException {
        OfficialPaper paper = new OfficialPaper(
                "街道",
                null,
                "送达回证",
                null,
                List.of(),
                List.of(new OfficialPaper.Row("送达方式", "邮寄送达"), new OfficialPaper.Row("签名", "")),
                List.of(),
                null,
                "",
                List.of());
        try (XWPFDocument document = read(paper)) {
            assertThat(document.getTables().get(0).getRow(0).getCell(1).getText())
                    .isEqualTo("邮寄送达");
            assertThat(document.getTables().get(0).getRows()).hasSize(2);
        }
        assertThat(placed(pdf.write(paper))).anyMatch(one -> one.text().contains("邮寄送达"));
    }

    @Test
    void aFontThatCannotBeUsedIsReplaced(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ttf"), "no font");
        PdfPapers papers = new PdfPapers(new PaperFonts(new PaperProperties(broken, folder.resolve("missing.ttc"))));
        assertThat(placed(papers.write(PAPER))).anyMatch(one -> one.text().contains("信访事项处理意见书"));
    }

    private static TreeSet<String> parts(byte[] docx) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String part(byte[] docx, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name);
    }
}
