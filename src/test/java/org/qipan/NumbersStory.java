package org.qipan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** W4 数从哪里来. */
final class NumbersStory {

    private static final String KIND = "health-record";
    private static final String OWN = "市表";

    private final Cast cast;
    private final PlanStory plan;

    NumbersStory(Cast cast, PlanStory plan) {
        this.cast = cast;
        this.plan = plan;
    }

    private String sheet(String form) {
        return "/reports/" + form + "?campaign=" + plan.campaign().replace("/campaigns/", "");
    }

    void aCellIsTheSumOfTheRecordsBehindIt() {
        for (String quantity : new String[] {"4", "3"}) {
            Page page = cast.worker().open("/work-records");
            Locator kind = page.locator("label.qp-kind:has(input[value='" + KIND + "'])")
                    .first();
            if (!kind.isVisible()) {
                page.locator("form[data-record] details > summary").first().click();
            }
            kind.click();
            page.fill("#quantity", quantity);
            page.selectOption("#campaign", plan.campaign().replace("/campaigns/", ""));
            page.locator("form[data-record] button.btn-primary").click();
            page.waitForSelector("[data-toast]");
        }
        opens("7");
        Page page = cast.officer().page();
        assertThat(page.locator("#cell-panel h2").innerText()).contains("2 条记录");
        assertThat(behind()).containsExactlyInAnyOrder("4", "3");
    }

    void aCorrectionMovesCellAndTotalAndKeepsWhatWasThere() {
        String total = total();
        Page page = cast.worker().open("/work-records");
        Locator record = page.locator("section[aria-labelledby=own-title] a")
                .filter(new Locator.FilterOptions().setHasText("3 "))
                .first();
        cast.worker().leave(record::click);
        page.fill("#quantity", "5");
        page.fill("#reason", "漏数了两份");
        cast.worker().press("保存更正");
        assertThat(page.locator("section[aria-labelledby=versions-title]").innerText())
                .contains("现行", "以前的版本", "漏数了两份");
        opens("9");
        assertThat(cast.officer().page().locator("#cell-panel details").innerText())
                .contains("更正史");
        assertThat(new BigDecimal(total())).isEqualTo(new BigDecimal(total).add(new BigDecimal(2)));
        Locator old = page.locator("section[aria-labelledby=versions-title] a").last();
        cast.worker().leave(old::click);
        assertThat(cast.worker().text()).contains("不再计数").contains("3");
    }

    void ownColumnsShowTheSameRecords() {
        Visitor officer = cast.officer();
        Page page = officer.open("/reports/columns");
        page.fill("#set-name", OWN);
        page.check("input[name=columns][value=" + KIND + "]");
        officer.press("保存");
        officer.open("/reports");
        Locator own = page.locator("section.card")
                .filter(new Locator.FilterOptions().setHasText(PlanStory.NAME))
                .getByText(OWN);
        officer.leave(own::click);
        assertThat(page.locator("table.qp-sheet tbody a[href*='row=" + Cast.VILLAGE + "']")
                        .innerText())
                .isEqualTo("9");
    }

    void theWorkbookSaysWhatTheScreenSays() {
        for (String form : new String[] {"a", "b", "c"}) {
            Page page = cast.officer().open(sheet(form));
            List<List<String>> screen = page.locator("table.qp-sheet tbody tr, table.qp-sheet tfoot tr").all().stream()
                    .map(row -> filled(row.locator("th, td").allInnerTexts()))
                    .toList();
            Path file = page.waitForDownload(
                            () -> page.getByText("Excel").first().click())
                    .path();
            assertThat(cells(file)).as("workbook of form " + form).containsAll(screen);
        }
    }

    void nobodyTypesATotal() {
        for (String form : new String[] {"a", "b", "c"}) {
            Page page = cast.officer().open(sheet(form));
            assertThat(page.locator("main input:not([type=hidden]), main textarea, main [contenteditable]")
                            .count())
                    .as("fields on form " + form)
                    .isZero();
        }
    }

    /** Opens the village's cell and checks what it says. */
    private void opens(String value) {
        Page page = cast.officer().open(sheet("b"));
        Locator cell =
                page.locator("table.qp-sheet tbody a[href*='row=" + Cast.VILLAGE + "'][href*='column=" + KIND + "&']");
        assertThat(cell.innerText()).isEqualTo(value);
        cell.click();
        page.locator("#cell-panel .qp-figure").waitFor();
        assertThat(page.locator("#cell-panel .qp-figure").innerText()).isEqualTo(value);
    }

    private List<String> behind() {
        return cast.officer()
                .page()
                .locator("#cell-panel > section > section > ul strong, #cell-panel ul:not(details ul) strong")
                .allInnerTexts();
    }

    private String total() {
        return cast.officer()
                .open(sheet("b"))
                .locator("table.qp-sheet tfoot a[href*='column=" + KIND + "&']")
                .innerText();
    }

    /** A row up to its last figure: what comes after is blank on both sides. */
    private static List<String> filled(List<String> cells) {
        List<String> filled = new ArrayList<>(cells.stream().map(String::strip).toList());
        while (!filled.isEmpty() && filled.get(filled.size() - 1).isEmpty()) {
            filled.remove(filled.size() - 1);
        }
        return filled;
    }

    private static List<List<String>> cells(Path file) {
        DataFormatter text = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        try (var in = Files.newInputStream(file);
                Workbook book = WorkbookFactory.create(in)) {
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getLastCellNum(); i++) {
                    cells.add(text.formatCellValue(row.getCell(i)).strip());
                }
                rows.add(filled(cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
