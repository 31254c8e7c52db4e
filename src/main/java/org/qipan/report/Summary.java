package org.qipan.report;

import java.util.List;
import org.qipan.directory.Directory;
import org.qipan.figure.Cell;
import org.qipan.figure.FigureScope;
import org.qipan.figure.StatisticalForms;
import org.springframework.stereotype.Component;

/** Drafts the summary from the figures, a sentence for each that has something to say. A person edits and confirms it. */
@Component
class Summary {

    /** A sentence and the measures its text names, in order; it is left out if the first one is blank. */
    private record Sentence(String key, List<String> measures) {}

    private static final List<Sentence> SENTENCES = List.of(
            new Sentence("meeting", List.of("meeting", "meeting-second")),
            new Sentence("visits", List.of("visit-rental")),
            new Sentence("places", List.of("visit-shop")),
            new Sentence("notices", List.of("notice")),
            new Sentence("publicity", List.of("leaflet")),
            new Sentence("boards", List.of("banner")),
            new Sentence("lectures", List.of("lecture", "lecture-second")),
            new Sentence("guidance", List.of("permit-guidance")),
            new Sentence("data", List.of("data-update")),
            new Sentence("health", List.of("health-record")),
            new Sentence("aid", List.of("hardship-aid")),
            new Sentence("problems", List.of("problem-found", "problem-solved")));

    private final StatisticalForms forms;
    private final Directory directory;
    private final ReportTexts texts;

    Summary(StatisticalForms forms, Directory directory, ReportTexts texts) {
        this.forms = forms;
        this.directory = directory;
        this.texts = texts;
    }

    String draft(CampaignFacts.Facts campaign, String unit) {
        var keys = SENTENCES.stream()
                .flatMap(sentence -> sentence.measures().stream())
                .toList();
        var form = forms.of("summary", "", keys);
        var total = forms.fill(form, new FigureScope(unit, campaign.id(), null, null), List.of(unit))
                .total();
        var text = new StringBuilder(texts.text(
                directory.lower(unit).isEmpty() ? "report.summary.village" : "report.summary.town",
                directory.unit(unit).name(),
                campaign.name(),
                directory.lower(unit).size()));
        for (Sentence sentence : SENTENCES) {
            List<Cell> cells = sentence.measures().stream()
                    .map(measure -> total.cell(form, measure))
                    .toList();
            if (!cells.get(0).blank()) {
                text.append(texts.text(
                        "report.summary." + sentence.key(),
                        cells.stream()
                                .map(cell -> cell.blank() ? "0" : cell.text())
                                .toArray()));
            }
        }
        return text.append(texts.text("report.summary.end")).toString();
    }
}
