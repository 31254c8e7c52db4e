package org.qipan.open;

import java.util.List;
import java.util.UUID;
import org.qipan.campaign.Punctuality;
import org.qipan.directory.Directory;
import org.qipan.report.CampaignFacts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Issued plans, aggregate results, formulas and what this system refuses to hold. No log-in. */
@Controller
class OpenController {

    private static final List<String> REFUSED =
            List.of("reproduction", "roster", "tracking", "profiles", "ranking", "vetting");

    private final CampaignFacts campaigns;
    private final OpenFigures figures;
    private final Punctuality punctuality;
    private final Directory directory;

    OpenController(CampaignFacts campaigns, OpenFigures figures, Punctuality punctuality, Directory directory) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.punctuality = punctuality;
        this.directory = directory;
    }

    @GetMapping("/open")
    String list(Model model) {
        model.addAttribute(
                "campaigns",
                campaigns.issued().stream()
                        .map(facts -> new Issued(facts, directory.name(facts.unit())))
                        .toList());
        model.addAttribute("refused", REFUSED);
        return "open/list";
    }

    @GetMapping("/open/{campaign:[0-9a-fA-F-]{36}}")
    String campaign(@PathVariable UUID campaign, Model model) {
        CampaignFacts.Facts facts =
                campaigns.issued(campaign).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("campaign", facts);
        model.addAttribute("plan", campaigns.plan(campaign));
        model.addAttribute("unitName", directory.name(facts.unit()));
        model.addAttribute("results", figures.of(facts));
        model.addAttribute("share", punctuality.of(campaign));
        return "open/campaign";
    }

    record Issued(CampaignFacts.Facts facts, String unit) {}
}
