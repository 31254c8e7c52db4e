package org.qipan.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.figure.Column;
import org.qipan.figure.FigureScope;
import org.qipan.figure.MeasureSource;
import org.qipan.figure.PrintedSheet;
import org.qipan.figure.Sheet;
import org.qipan.figure.Snapshot;
import org.qipan.figure.Snapshots;
import org.qipan.figure.StatisticalForm;
import org.qipan.figure.StatisticalForms;
import org.springframework.stereotype.Service;

/** Fills forms for a unit and puts the words to them. */
@Service
class Reports {

    private final StatisticalForms forms;
    private final Snapshots snapshots;
    private final KnownCampaigns campaigns;
    private final Directory directory;
    private final ReportTexts texts;

    Reports(
            StatisticalForms forms,
            Snapshots snapshots,
            KnownCampaigns campaigns,
            Directory directory,
            ReportTexts texts) {
        this.forms = forms;
        this.snapshots = snapshots;
        this.campaigns = campaigns;
        this.directory = directory;
        this.texts = texts;
    }

    /** The sheet as the records give it now. */
    Sheet now(StatisticalForm form, FigureScope scope) {
        return forms.fill(form, scope, rows(scope));
    }

    Snapshot keep(StatisticalForm form, FigureScope scope, UUID by) {
        return snapshots.keep(now(form, scope), scope, by);
    }

    /**
     * A page of a form.
     *
     * @param version a confirmed version to read, null for the records as they are now
     */
    Page page(StatisticalForm form, FigureScope scope, @Nullable Integer version) {
        List<Snapshot> versions = snapshots.versions(form.id(), scope);
        Sheet live = now(form, scope);
        Snapshot shown = version == null
                ? null
                : snapshots.version(form.id(), scope, version).orElse(null);
        Sheet kept = shown == null ? null : shown.sheet();
        Sheet sheet = kept == null ? live : kept;
        boolean changed = !versions.isEmpty() && !snapshots.same(live, versions.get(0));
        return new Page(print(sheet, scope, shown), versions, shown, changed);
    }

    /** What is behind one cell. */
    Behind behind(StatisticalForm form, FigureScope scope, String row, String column) {
        Column asked = form.column(column);
        boolean total = row.equals("total");
        List<String> rows = rows(scope);
        Sheet sheet = now(form, scope);
        Sheet.Row found = total
                ? sheet.total()
                : sheet.rows().stream()
                        .filter(each -> each.unit().equals(row))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(row));
        List<Part> parts = asked.measures().stream()
                .map(measure -> new Part(
                        texts.text(forms.measure(measure).label()),
                        forms.behind(measure, scope, rows, row, total).stream()
                                .map(source -> new Line(source, name(source.unit())))
                                .toList()))
                .toList();
        return new Behind(
                texts.heading(asked),
                total ? texts.text("report.total") : rowName(row, scope),
                found.cell(form, column).text(),
                asked.rate(),
                parts);
    }

    private PrintedSheet print(Sheet sheet, FigureScope scope, @Nullable Snapshot snapshot) {
        StatisticalForm form = sheet.form();
        String name = form.name();
        List<String> facts = List.of(
                texts.text(
                        "report.fact.number", name == null ? texts.text(form.numberKey()) : texts.text("report.own")),
                texts.text("report.fact.unit", name(scope.within())),
                texts.text("report.fact.period", period(scope)),
                texts.text("report.fact.measure"),
                snapshot == null
                        ? texts.text("report.fact.live")
                        : texts.text("report.fact.version", snapshot.version()));
        return new PrintedSheet(
                name == null ? texts.text(form.titleKey()) : name,
                facts,
                texts.text("report.unit"),
                form.columns().stream().map(texts::heading).toList(),
                sheet.rows().stream().map(row -> rowName(row.unit(), scope)).toList(),
                texts.text("report.total"),
                List.of(
                        texts.text("report.foot.filled"),
                        texts.text("report.foot.checked"),
                        texts.text("report.foot.head"),
                        texts.text("report.foot.date")),
                sheet);
    }

    /** Lower units that take part, in the order of their codes; a unit without lower ones is its own row. */
    private List<String> rows(FigureScope scope) {
        List<String> taking =
                campaigns.find(scope.campaign()).map(CampaignFacts.Facts::units).orElse(List.of());
        List<String> rows = new ArrayList<>();
        for (Unit lower : directory.lower(scope.within())) {
            if (taking.isEmpty() || taking.stream().anyMatch(unit -> directory.covers(lower.code(), unit))) {
                rows.add(lower.code());
            }
        }
        return rows.isEmpty() ? List.of(scope.within()) : rows;
    }

    private String period(FigureScope scope) {
        return campaigns
                .find(scope.campaign())
                .map(facts -> facts.name() + " " + facts.from() + " — " + facts.to())
                .orElseGet(() -> day(scope.from()) + " — " + day(scope.to()));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String rowName(String unit, FigureScope scope) {
        boolean itself = unit.equals(scope.within()) && !directory.lower(unit).isEmpty();
        return itself ? texts.text("report.itself", name(unit)) : name(unit);
    }

    private String name(String unit) {
        return directory.name(unit);
    }

    /** @param changed records were corrected or added after the last confirmed version */
    record Page(
            PrintedSheet printed,
            List<Snapshot> versions,
            @Nullable Snapshot shown,
            boolean changed) {}

    /** @param value as shown in the cell */
    record Behind(String heading, String row, String value, boolean rate, List<Part> parts) {}

    /** A measure of the cell. */
    record Part(String name, List<Line> lines) {
        public long counted() {
            return lines.stream().filter(line -> line.source().counts()).count();
        }

        public String sum() {
            return lines.stream()
                    .filter(line -> line.source().counts())
                    .map(line -> line.source().value())
                    .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                    .stripTrailingZeros()
                    .toPlainString();
        }

        public List<Line> current() {
            return lines.stream()
                    .filter(line -> line.source().counts())
                    .limit(500)
                    .toList();
        }

        /** Versions that were corrected or withdrawn. */
        public List<Line> earlier() {
            return lines.stream()
                    .filter(line -> !line.source().counts())
                    .limit(500)
                    .toList();
        }
    }

    record Line(MeasureSource.Source source, String unit) {}
}
