package org.qipan.report;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 通报. */
@Controller
@RequestMapping("/circulars")
@PreAuthorize(
        "hasAnyRole('village-worker','village-head','township-officer','township-leader','district-officer','district-leader',"
                + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','evaluator')")
class CircularController {

    private final Circulars circulars;
    private final KnownCampaigns campaigns;
    private final Reading reading;
    private final Directory directory;
    private final ReportTexts texts;

    CircularController(
            Circulars circulars, KnownCampaigns campaigns, Reading reading, Directory directory, ReportTexts texts) {
        this.circulars = circulars;
        this.campaigns = campaigns;
        this.reading = reading;
        this.directory = directory;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        String unit = reading.unit(null);
        model.addAttribute("circulars", circulars.list(reading.staff()));
        model.addAttribute("composes", reading.at(unit, "-officer", "-leader"));
        model.addAttribute("campaigns", campaigns.in(unit));
        return "report/circulars";
    }

    @PostMapping
    ModelAndView compose(@RequestParam UUID campaign, Model model) {
        try {
            return SeeOther.at("/circulars/" + circulars.compose(campaign, reading.unit(null), reading.staff()));
        } catch (Refused refused) {
            model.addAttribute("errors", texts.errors(refused.reasons()));
            list(model);
            return Answer.refused("report/circulars", model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        show(id, Map.of(), null, model);
        return "report/circular";
    }

    @PostMapping("/{id}")
    ModelAndView edit(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String content,
            Model model,
            RedirectAttributes redirect) {
        try {
            circulars.edit(id, version, title, content, reading.staff());
            redirect.addFlashAttribute("notice", "report.circular.saved");
            return SeeOther.at("/circulars/" + id);
        } catch (Refused refused) {
            show(id, texts.errors(refused.reasons()), new Typed(title, content), model);
            return Answer.refused("report/circular", model);
        }
    }

    @PostMapping("/{id}/sign")
    ModelAndView sign(@PathVariable UUID id, @RequestParam int version, Model model, RedirectAttributes redirect) {
        try {
            circulars.sign(id, version, reading.staff());
            redirect.addFlashAttribute("notice", "report.circular.signed");
            return SeeOther.at("/circulars/" + id);
        } catch (Refused refused) {
            show(id, texts.errors(refused.reasons()), null, model);
            return Answer.refused("report/circular", model);
        }
    }

    /** The receipt of the reader's unit. */
    @PostMapping("/{id}/receipt")
    ModelAndView read(@PathVariable UUID id, RedirectAttributes redirect) {
        circulars.read(id, reading.staff());
        redirect.addFlashAttribute("notice", "report.circular.received");
        return SeeOther.at("/circulars/" + id);
    }

    private void show(UUID id, Map<String, String> errors, @Nullable Typed typed, Model model) {
        Staff staff = reading.staff();
        Circular found = circulars.find(id, staff).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String role = found.signedRole();
        model.addAttribute("circular", found);
        model.addAttribute("unitName", directory.unit(found.unit()).name());
        model.addAttribute("signedAs", role == null ? "" : directory.title(new Post(role, found.unit())));
        model.addAttribute("receipts", circulars.receipts(id));
        model.addAttribute("edits", !found.signed() && reading.at(found.unit(), "-officer", "-leader"));
        model.addAttribute("signs", !found.signed() && reading.at(found.unit(), "-leader"));
        model.addAttribute("reads", found.signed() && !reading.at(found.unit(), "-officer", "-leader"));
        model.addAttribute("typed", typed == null ? new Typed(found.title(), found.content()) : typed);
        model.addAttribute("errors", errors);
    }

    /** What was typed, kept when it is refused. */
    record Typed(String title, String content) {}
}
