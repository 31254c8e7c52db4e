package org.qipan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.springframework.stereotype.Component;

/** Drafts a circular: what was done, who finished, who is asked for what. Names stand in the order of codes, never of merit. */
@Component
class CircularDraft {

    private static final String ENDED = "ACCEPTED";

    private final Packages packages;
    private final Summary summary;
    private final Directory directory;
    private final ReportTexts texts;

    CircularDraft(Packages packages, Summary summary, Directory directory, ReportTexts texts) {
        this.packages = packages;
        this.summary = summary;
        this.directory = directory;
        this.texts = texts;
    }

    String of(CampaignFacts.Facts facts, String unit) {
        Map<String, String> states = packages.states(facts.id(), unit);
        List<String> done = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (Unit lower : directory.lower(unit)) {
            if (facts.units().isEmpty() || facts.units().contains(lower.code())) {
                (ENDED.equals(states.get(lower.code())) ? done : open).add(lower.name());
            }
        }
        var text = new StringBuilder(summary.draft(facts, unit));
        String comma = texts.text("report.comma");
        if (!done.isEmpty()) {
            text.append("\n\n").append(texts.text("report.circular.commend", String.join(comma, done)));
        }
        if (!open.isEmpty()) {
            text.append("\n\n").append(texts.text("report.circular.rectify", String.join(comma, open)));
        }
        return text.append("\n\n").append(texts.text("report.circular.end")).toString();
    }
}
