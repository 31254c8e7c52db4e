package org.qipan.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
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

/** 报送材料. */
@Controller
@RequestMapping("/reports/packages")
@PreAuthorize(
        "hasAnyRole('village-worker','village-head','township-officer','township-leader','district-officer','district-leader',"
                + "'city-officer','city-leader','province-officer','province-leader','evaluator')")
class PackageController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Packages packages;
    private final KnownCampaigns campaigns;
    private final Reading reading;
    private final Directory directory;
    private final ReportTexts texts;

    PackageController(
            Packages packages, KnownCampaigns campaigns, Reading reading, Directory directory, ReportTexts texts) {
        this.packages = packages;
        this.campaigns = campaigns;
        this.reading = reading;
        this.directory = directory;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable UUID campaign, Model model) {
        String unit = reading.unit(null);
        model.addAttribute("unit", unit);
        model.addAttribute("campaigns", campaigns.in(unit));
        model.addAttribute(
                "rows", packages.within(unit, campaign).stream().map(this::row).toList());
        return "report/packages";
    }

    @PostMapping
    ModelAndView begin(
            @RequestParam UUID campaign, @RequestParam(required = false) @Nullable String unit, Model model) {
        try {
            return SeeOther.at("/reports/packages/" + packages.begin(campaign, reading.unit(unit), reading.staff()));
        } catch (Refused refused) {
            model.addAttribute("errors", texts.errors(refused.reasons()));
            list(null, model);
            return Answer.refused("report/packages", model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        show(id, Map.of(), model);
        return "report/package";
    }

    @PostMapping("/{id}/items/{item}")
    ModelAndView write(
            @PathVariable UUID id,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("typed", Map.of(item, content));
        return act(
                id,
                () -> packages.write(id, item, title, content, consent, confirmed, reading.staff()),
                "report.package.saved",
                model,
                redirect);
    }

    @PostMapping("/{id}/items/{item}/read")
    ModelAndView secondRead(
            @PathVariable UUID id, @PathVariable String item, Model model, RedirectAttributes redirect) {
        return act(id, () -> packages.secondRead(id, item, reading.staff()), "report.package.read", model, redirect);
    }

    @PostMapping("/{id}/submit")
    ModelAndView submit(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return act(id, () -> packages.submit(id, reading.staff()), "report.package.submitted", model, redirect);
    }

    @PostMapping("/{id}/receive")
    ModelAndView receive(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return act(id, () -> packages.receive(id, reading.staff()), "report.package.received", model, redirect);
    }

    @PostMapping("/{id}/accept")
    ModelAndView accept(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return act(id, () -> packages.accept(id, reading.staff()), "report.package.accepted", model, redirect);
    }

    /** @param parameters {@code item} for each item to return, {@code remark.<item>} why */
    @PostMapping("/{id}/return")
    ModelAndView giveBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam Map<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        Map<String, String> remarks = new LinkedHashMap<>();
        item.forEach(key -> remarks.put(key, parameters.getOrDefault("remark." + key, "")));
        return act(
                id, () -> packages.giveBack(id, remarks, reading.staff()), "report.package.returned", model, redirect);
    }

    private ModelAndView act(UUID id, Runnable act, String notice, Model model, RedirectAttributes redirect) {
        try {
            act.run();
            redirect.addFlashAttribute("notice", notice);
            return SeeOther.at("/reports/packages/" + id);
        } catch (Refused refused) {
            show(id, texts.errors(refused.reasons()), model);
            return Answer.refused("report/package", model);
        }
    }

    private void show(UUID id, Map<String, String> errors, Model model) {
        Staff staff = reading.staff();
        try {
            ReportPackage found = packages.read(id, staff);
            model.addAttribute("pack", row(found));
            model.addAttribute("items", found.items.values());
            model.addAttribute("byTask", packages.byTask(found));
            model.addAttribute("owns", packages.owns(found, staff));
            model.addAttribute("reviews", packages.reviews(found, staff));
            model.addAttribute("self", staff.id());
            model.addAttribute("errors", errors);
            if (!model.containsAttribute("typed")) {
                model.addAttribute("typed", Map.of());
            }
        } catch (Refused refused) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private PackageRow row(ReportPackage found) {
        return new PackageRow(
                found.id,
                found.campaign,
                campaigns.find(found.campaign).map(CampaignFacts.Facts::name).orElse(""),
                found.unit,
                directory.name(found.unit),
                found.state().name(),
                found.round(),
                found.receipt(),
                time(found.receivedAt()));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : TIME.format(at.atZone(ZoneId.of("Asia/Shanghai")));
    }
}
