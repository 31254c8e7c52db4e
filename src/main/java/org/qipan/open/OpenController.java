package org.qipan.open;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.qipan.campaign.Punctuality;
import org.qipan.directory.Directory;
import org.qipan.report.CampaignFacts;
import org.qipan.reveal.RevealYears;
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
    private final RevealYears reveals;
    private final Directory directory;
    private final Clock clock;

    OpenController(
            CampaignFacts campaigns,
            OpenFigures figures,
            Punctuality punctuality,
            RevealYears reveals,
            Directory directory,
            Clock clock) {
        this.campaigns = campaigns;
        this.figures = figures;
        this.punctuality = punctuality;
        this.reveals = reveals;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/open")
    String list(Model model) {
        model.addAttribute(
                "campaigns",
                campaigns.issued().stream()
                        .map(facts -> new Issued(facts, directory.name(facts.unit())))
                        .toList());
        model.addAttribute("refused", REFUSED);
        int year = LocalDate.now(clock).getYear();
        // Acts of officers, not matters of petitioners: small numbers are printed as they are.
        model.addAttribute(
                "reveals",
                IntStream.of(year, year - 1, year - 2)
                        .mapToObj(one -> new Reveals(String.valueOf(one), reveals.of(one)))
                        .toList());
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

    /** How often officers asked for an identity in a year, were allowed, and looked. */
    record Reveals(String year, RevealYears.Figures figures) {}

    record Issued(CampaignFacts.Facts facts, String unit) {}
}
