package org.qipan.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.qipan.directory.Directory;
import org.qipan.figure.Cell;
import org.qipan.figure.Column;
import org.qipan.figure.FigureScope;
import org.qipan.figure.Sheet;
import org.qipan.figure.StatisticalForm;
import org.qipan.figure.StatisticalForms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 公开: issued plans, aggregate results, formulas and what this system refuses to hold. No log-in. */
@Controller
class OpenController {

    /** Fewer people than this could be recognised. */
    static final BigDecimal FEWEST = BigDecimal.valueOf(5);

    private static final List<String> REFUSED =
            List.of("reproduction", "roster", "tracking", "profiles", "ranking", "vetting");

    private final KnownCampaigns campaigns;
    private final StatisticalForms forms;
    private final Directory directory;
    private final ReportTexts texts;

    OpenController(KnownCampaigns campaigns, StatisticalForms forms, Directory directory, ReportTexts texts) {
        this.campaigns = campaigns;
        this.forms = forms;
        this.directory = directory;
        this.texts = texts;
    }

    @GetMapping("/open")
    String open(Model model) {
        model.addAttribute(
                "campaigns",
                campaigns.issued().stream()
                        .map(facts ->
                                new Issued(facts, directory.unit(facts.unit()).name()))
                        .toList());
        model.addAttribute("refused", REFUSED);
        return "report/open";
    }

    @GetMapping("/open/{campaign}")
    String campaign(@PathVariable UUID campaign, Model model) {
        CampaignFacts.Facts facts = campaigns.issued().stream()
                .filter(issued -> issued.id().equals(campaign))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("campaign", facts);
        model.addAttribute("unitName", directory.unit(facts.unit()).name());
        model.addAttribute("results", results(facts));
        return "report/open-campaign";
    }

    /** The total of the whole campaign, never of one village; small numbers of people are not told. */
    List<Result> results(CampaignFacts.Facts facts) {
        var scope = new FigureScope(facts.unit(), facts.id(), null, null);
        List<Result> results = new ArrayList<>();
        for (StatisticalForm form : forms.all()) {
            Sheet.Row total = forms.fill(form, scope, List.of()).total();
            for (Column column : form.columns()) {
                Cell cell = total.cell(form, column.key());
                if (!cell.blank()) {
                    results.add(new Result(
                            texts.text(column.label()),
                            suppressed(column, cell) ? texts.text("report.open.few", FEWEST) : cell.text(),
                            texts.text("figure.unit." + column.unit()),
                            formula(column)));
                }
            }
        }
        return results;
    }

    static boolean suppressed(Column column, Cell cell) {
        BigDecimal value = cell.value();
        return column.ofPersons()
                && value != null
                && (column.rate() || value.signum() > 0 && value.compareTo(FEWEST) < 0);
    }

    private String formula(Column column) {
        List<String> names = column.measures().stream()
                .map(measure -> texts.text(forms.measure(measure).label()))
                .toList();
        return column.rate()
                ? texts.text("report.formula.rate", names.get(0), names.get(1))
                : texts.text("report.formula.sum", names.get(0));
    }

    record Issued(CampaignFacts.Facts facts, String unit) {}

    record Result(String name, String value, String measure, String formula) {}
}
