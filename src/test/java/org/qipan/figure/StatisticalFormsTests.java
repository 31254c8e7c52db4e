package org.qipan.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.qipan.directory.Staff;
import org.qipan.service.Desk;
import org.qipan.service.Town;

class StatisticalFormsTests {

    private static final List<String> VILLAGES = List.of(Town.XINLUN, Town.MINPING, Town.YICANG);
    private static final Desk DESK = new Desk();

    private final StatisticalForms forms = new StatisticalForms(List.of(DESK.measures()), DESK.json);
    private final UUID campaign = UUID.randomUUID();
    private final FigureScope scope = new FigureScope(Town.TOWN, campaign, null, null);

    record Act(int who, String kind, BigDecimal quantity, boolean corrected, boolean withdrawn) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("visit-rental", "leaflet", "funds"),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.of(true, false, false, false),
                        Arbitraries.of(true, false, false, false))
                .as((who, kind, n, corrected, withdrawn) ->
                        new Act(who, kind, BigDecimal.valueOf(n), corrected, withdrawn))
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 25)
    void everyTotalIsTheSumOfTheRecordsBehindIt(@ForAll("acts") List<Act> acts) {
        UUID own = UUID.randomUUID();
        Map<String, BigDecimal> expected = new HashMap<>();
        List<Staff> people = List.of(Town.WORKER, Town.NEIGHBOUR, Town.OFFICER);
        for (Act act : acts) {
            Staff who = people.get(act.who());
            long id = DESK.record(who, act.kind(), act.quantity().toPlainString(), own);
            BigDecimal counted = act.quantity();
            if (act.corrected()) {
                counted = counted.add(BigDecimal.ONE);
                id = DESK.correct(id, who, act.kind(), counted.toPlainString(), own);
            }
            if (act.withdrawn()) {
                DESK.records.withdraw(id, "重复", who);
            } else {
                expected.merge(act.kind(), counted, BigDecimal::add);
            }
        }
        var ours = new FigureScope(Town.TOWN, own, null, null);
        StatisticalForm form = forms.of("own-x", "市表", List.of("visit-rental", "leaflet", "funds"));
        Sheet sheet = forms.fill(form, ours, VILLAGES);
        for (Column column : form.columns()) {
            BigDecimal rows = sheet.rows().stream()
                    .map(row -> row.cell(form, column.key()).value())
                    .filter(value -> value != null)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal behind = forms.behind(column.part(), ours, VILLAGES, Town.TOWN, true).stream()
                    .filter(MeasureSource.Source::counts)
                    .map(MeasureSource.Source::value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal total = expected.get(column.key());
            Cell shown = sheet.total().cell(form, column.key());
            if (total == null) {
                assertThat(shown.blank()).as("nothing recorded is blank").isTrue();
            } else {
                assertThat(shown.value()).isEqualByComparingTo(total);
            }
            assertThat(rows).isEqualByComparingTo(behind).isEqualByComparingTo(total == null ? BigDecimal.ZERO : total);
        }
        // towns seen from the city add up to the same
        Sheet city = forms.fill(form, ours.in(Town.CITY), List.of(Town.TOWN, Town.OTHER_TOWN));
        assertThat(city.total().cells()).isEqualTo(sheet.total().cells());
        assertThat(city.rows().get(0).cells()).isEqualTo(sheet.total().cells());
    }

    @Example
    void tellsBlankFromZeroAndFromARateOfNothing() {
        DESK.record(Town.WORKER, "leaflet", "0", campaign);
        StatisticalForm form = forms.named("c");
        Sheet sheet = forms.fill(form, scope, VILLAGES);

        assertThat(sheet.rows().get(0).cell(form, "leaflet").text()).isEqualTo("0");
        assertThat(sheet.rows().get(1).cell(form, "leaflet").text()).isEmpty();
        assertThat(sheet.rows().get(0).cell(form, "answer-rate").text()).isEmpty();
        Column rate = form.column("answer-rate");
        assertThat(rate.cell(Map.of("assistance-received", BigDecimal.ZERO)).text())
                .isEqualTo("—");
        assertThat(rate.cell(Map.of("assistance-received", BigDecimal.TEN)).text())
                .isEqualTo("0.00");
        assertThat(rate.cell(Map.of(
                                "assistance-received", new BigDecimal("3"), "assistance-answered", new BigDecimal("2")))
                        .text())
                .isEqualTo("66.67");
        assertThat(rate.cell(Map.of("assistance-received", BigDecimal.ONE, "assistance-answered", new BigDecimal("2")))
                        .text())
                .as("shown, not capped")
                .isEqualTo("200.00");
    }

    @Example
    void keepsWhatWasConfirmedWhenARecordIsCorrectedLater() {
        var snapshots = new Snapshots(DESK.jdbc, Town.CLOCK);
        StatisticalForm form = forms.named("b");
        long id = DESK.record(Town.WORKER, "health-record", "12", campaign);
        Snapshot first = snapshots.keep(forms.fill(form, scope, VILLAGES), scope, Town.OFFICER.id());
        assertThat(snapshots
                        .keep(forms.fill(form, scope, VILLAGES), scope, Town.OFFICER.id())
                        .version())
                .as("nothing changed")
                .isEqualTo(first.version());

        DESK.correct(id, Town.WORKER, "health-record", "10", campaign);
        Sheet now = forms.fill(form, scope, VILLAGES);
        assertThat(snapshots.same(now, first)).isFalse();
        Snapshot second = snapshots.keep(now, scope, Town.OFFICER.id());

        assertThat(List.of(first.version(), second.version())).containsExactly(1, 2);
        assertThat(text(snapshots.version("b", scope, 1).orElseThrow(), form)).isEqualTo("12");
        assertThat(text(snapshots.version("b", scope, 2).orElseThrow(), form)).isEqualTo("10");
        assertThat(first.sha256()).hasSize(64).isNotEqualTo(second.sha256());
        assertThat(forms.behind("health-record", scope, VILLAGES, Town.XINLUN, false))
                .extracting(MeasureSource.Source::counts)
                .containsExactly(true, false);
    }

    @Example
    void givesAWorkbookThatEqualsTheScreenToTheDigit() throws IOException {
        DESK.record(Town.WORKER, "funds", "1158.94", campaign);
        DESK.record(Town.NEIGHBOUR, "funds", "0.1", campaign);
        DESK.record(Town.NEIGHBOUR, "visit-shop", "0", campaign);
        DESK.record(Town.OFFICER, "meeting", "2", campaign);
        Sheet sheet = forms.fill(forms.named("a"), scope, VILLAGES);
        List<String> headings = new ArrayList<>();
        sheet.form().columns().forEach(column -> headings.add(column.key()));
        List<String> names = sheet.rows().stream().map(row -> "=" + row.unit()).toList();
        var out = new ByteArrayOutputStream();

        SheetWorkbook.write(
                new PrintedSheet("表", List.of("表号：表A"), "单位", headings, names, "合计", List.of("填报人："), sheet), out);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var written = book.getSheetAt(0);
            var formatter = new DataFormatter();
            List<Sheet.Row> rows = new ArrayList<>(sheet.rows());
            rows.add(sheet.total());
            for (int i = 0; i < rows.size(); i++) {
                var line = written.getRow(3 + i);
                for (int j = 0; j < headings.size(); j++) {
                    var cell = line.getCell(j + 1);
                    String screen = rows.get(i).cells().get(j).text();
                    assertThat(cell == null ? "" : formatter.formatCellValue(cell))
                            .isEqualTo(screen);
                    assertThat(cell == null).as("blank is no cell at all").isEqualTo(screen.isEmpty());
                }
            }
            assertThat(written.getRow(3).getCell(0).getStringCellValue()).startsWith("'=");
            assertThat(sheet.total().cell(sheet.form(), "funds").text()).isEqualTo("1159.04");
        }
    }

    @Example
    void coversEveryColumnOfTheThreeForms() {
        assertThat(forms.named("a").columns()).hasSize(16);
        assertThat(forms.named("b").columns()).hasSize(21);
        assertThat(forms.named("c").columns()).hasSize(23);
        var messages = Town.messages();
        forms.columns().values().forEach(column -> {
            for (var locale : List.of(java.util.Locale.CHINESE, java.util.Locale.ENGLISH)) {
                assertThat(messages.getMessage(column.label(), null, locale)).isNotBlank();
                assertThat(messages.getMessage("figure.unit." + column.unit(), null, locale))
                        .isNotBlank();
            }
        });
    }

    private static String text(Snapshot snapshot, StatisticalForm form) {
        Sheet sheet = snapshot.sheet();
        assertThat(sheet).isNotNull();
        return sheet.rows().get(0).cell(form, "health-record").text();
    }
}
