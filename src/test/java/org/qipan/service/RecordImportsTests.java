package org.qipan.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused;

class RecordImportsTests {

    private static final Post POST = Town.WORKER.posts().get(0);
    private static final String HEADING = "日期,事项,数量,第二数量,网格,备注\n";

    private final Desk desk = new Desk();

    @Test
    void keepsNothingUntilSomebodyConfirmsAndCountsAFileOnce() {
        byte[] file = utf8(HEADING + "2026-11-19,走访出租屋,3,,2,\n2026/11/20,讲座,1,45,,晚上\n");

        UUID first = prepare(file);
        assertThat(count()).isZero();
        assertThat(desk.imports.confirm(first, Town.WORKER)).isEqualTo(2);
        UUID again = prepare(file);
        assertThat(desk.imports.confirm(again, Town.WORKER)).isZero();

        assertThat(count()).isEqualTo(2);
        assertThat(desk.events).hasSize(2);
        assertThat(desk.records.totals(null, List.of("lecture"), Town.XINLUN).get(Town.XINLUN))
                .containsEntry("lecture", new BigDecimal("1.00"));
    }

    @Test
    void readsWhatSpreadsheetsInChinaWrite() {
        String text = HEADING + "2026年11月19日,发资料,40,,,\n";
        for (byte[] file : List.of(
                text.getBytes(Charset.forName("GBK")),
                utf8("\uFEFF" + text),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(preview(file).confirmable()).isTrue();
        }
        assertThat(preview(utf8("Date,Kind,Quantity\n2026-11-19,Leaflets,4\n")).good())
                .isEqualTo(1);
    }

    @Test
    void namesLineColumnAndReasonAndImportsNothingOfAFileWithErrors() {
        var preview = preview(utf8(HEADING
                + "2026-02-29,走访出租屋,3,,,\n"
                + "2026-11-19,没有这项,3,,,\n"
                + "2026-11-19,讲座,三,,,\n"
                + "9999-12-31,讲座,1,,,\n"
                + "2026-11-19,讲座,1,,二网格,\n"
                + "2026-11-19,两癌筛查,1,,,\n"
                + "2026-11-19,讲座,1,,,落实双 查\n"
                + "2026-11-19,讲座,1,,,\n"));

        assertThat(preview.problems())
                .extracting(problem -> problem.line() + problem.column())
                .containsExactly("2日期", "3事项", "4数量", "5日期", "6网格", "7事项", "8备注");
        assertThat(preview.problems()).allMatch(problem -> !problem.reason().isBlank());
        assertThatThrownBy(() -> desk.imports.confirm(preview.id(), Town.WORKER))
                .isInstanceOf(Refused.class);
        assertThat(count()).isZero();
    }

    @Test
    void numbersLinesAsASpreadsheetDoes() {
        assertThat(preview(utf8(HEADING + "2026-11-19,讲座,1,,,\"两\n行\"\n\n2026-11-19,讲座,三,,,\n"))
                        .problems())
                .extracting(ImportReader.Problem::line)
                .containsExactly(4);
    }

    @Test
    void saysWhichColumnsAreMissing() {
        assertThat(preview(utf8("姓名,证件号\n张三,110105\n")).problems())
                .extracting(ImportReader.Problem::column)
                .containsExactly("日期", "事项", "数量");
    }

    @Test
    void takesTenThousandLinesAndNamesTheBadOnes() {
        var text = new StringBuilder(HEADING);
        for (int i = 0; i < 10_000; i++) {
            text.append("2026-11-").append(1 + i % 20).append(i % 1000 == 7 ? ",走访出租屋,x,,,\n" : ",走访出租屋,2,,3,\n");
        }
        var bad = preview(utf8(text.toString()));
        assertThat(bad.problems()).hasSize(10);
        assertThat(bad.problems().get(0).line()).isEqualTo(9);
        assertThat(bad.good()).isEqualTo(9_990);

        UUID good = prepare(utf8(text.toString().replace(",x,", ",1,")));
        assertThat(desk.imports.confirm(good, Town.WORKER)).isEqualTo(10_000);
        assertThat(desk.records
                        .totals(null, List.of("visit-rental"), Town.TOWN)
                        .get(Town.XINLUN)
                        .get("visit-rental"))
                .isEqualByComparingTo("19990");
        assertThatThrownBy(() -> prepare(utf8(text + "2026-11-01,讲座,1,,,\n"))).isInstanceOf(Refused.class);
    }

    @Test
    void keepsFormulasAsTextAndMarksThemOnTheWayOut() throws IOException {
        byte[] file = workbook("=HYPERLINK(\"http://x\",\"y\")", "HYPERLINK(\"http://x\",\"y\")");
        var preview = preview(file);
        assertThat(preview.problems()).isEmpty();
        desk.imports.confirm(preview.id(), Town.WORKER);
        UUID second = prepare(utf8(HEADING + "2026-11-19,讲座,1,,,@SUM(A1)\n2026-11-19,讲座,1,,,\"=1+1\"\n"));
        desk.imports.confirm(second, Town.WORKER);

        var filter = new RecordFilter(null, null, null, null, null, null, null);
        List<WorkRecord> found = desk.lists.list(filter, Reach.of(Town.OFFICER), 10);
        assertThat(found)
                .extracting(WorkRecord::note)
                .containsExactlyInAnyOrder(
                        "=HYPERLINK(\"http://x\",\"y\")", "HYPERLINK(\"http://x\",\"y\")", "@SUM(A1)", "=1+1");
        var export = new RecordExport(desk.catalogue, desk.texts, desk.town);
        var out = new ByteArrayOutputStream();
        export.csv(found, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"'@SUM(A1)\"")
                .contains("\"'=1+1\"")
                .doesNotContain("10:00");
        out.reset();
        export.workbook(found, out);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            book.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        assertThat(cell.getCellType()).isNotEqualTo(org.apache.poi.ss.usermodel.CellType.FORMULA);
                        assertThat(cell.toString()).doesNotStartWith("=").doesNotStartWith("@");
                    }));
        }
    }

    @Test
    void refusesBombsAndOtherFilesPlainly() throws IOException {
        assertThatThrownBy(() -> prepare(new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3}))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> prepare(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> prepare(bomb())).isInstanceOf(Refused.class);
    }

    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8("<Types>"));
            for (int i = 0; i < 300; i++) {
                zip.write(new byte[100_000]);
            }
        }
        return out.toByteArray();
    }

    /** One line with an escaped text and one with a formula; the date is a number with a date format, as spreadsheets keep it. */
    private static byte[] workbook(String text, String formula) throws IOException {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            var heading = sheet.createRow(0);
            List.of("日期", "事项", "数量", "备注")
                    .forEach(name -> heading.createCell(heading.getPhysicalNumberOfCells())
                            .setCellValue(name));
            var dates = book.createCellStyle();
            dates.setDataFormat((short) 14);
            for (int i = 1; i <= 2; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue(LocalDate.of(2026, 11, 19));
                row.getCell(0).setCellStyle(dates);
                row.createCell(1).setCellValue("讲座");
                row.createCell(2).setCellValue(1);
                if (i == 1) {
                    row.createCell(3).setCellValue(text);
                } else {
                    row.createCell(3).setCellFormula(formula);
                    book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(3));
                }
            }
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private UUID prepare(byte[] file) {
        return desk.imports.prepare("记录.csv", file, Town.WORKER, POST, null);
    }

    private ImportPreview preview(byte[] file) {
        return desk.imports.find(prepare(file), Town.WORKER).orElseThrow();
    }

    private long count() {
        return desk.jdbc
                .sql("select count(*) from work_record")
                .query(Long.class)
                .single();
    }
}
