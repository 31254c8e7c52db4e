package org.qipan.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qipan.filing.Mode;
import org.qipan.intake.FilingForm.Step;
import org.qipan.intake.UnitChoice.Choice;
import org.qipan.receipt.Receipt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of the public form. */
@Component
class FilingPages {

    /** Days within which the petitioner is told whether his matter is taken. Source: 信访工作条例 第二十二条、第二十三条. */
    private static final int TOLD = 15;
    /** Days in which an accepted matter is answered. Source: 信访工作条例 第三十四条. */
    private static final int ANSWERED = 60;

    private final UnitChoice units;
    private final OpenUploads uploads;
    private final Clock clock;
    private final String superior;

    FilingPages(
            UnitChoice units, OpenUploads uploads, Clock clock, @Value("${qipan.intake.superior:}") String superior) {
        this.units = units;
        this.uploads = uploads;
        this.clock = clock;
        this.superior = superior;
    }

    ModelAndView about(FilingForm form, Places places, @Nullable String error, HttpStatus status) {
        ModelAndView page = page("intake/about", Step.ABOUT, form, status);
        page.addObject("about", places.about());
        page.addObject("place", places.place());
        page.addObject("error", error);
        return page;
    }

    /** @param hiding what was typed as one more unit that must not see it; settled if there is nothing to ask back */
    ModelAndView write(FilingForm form, String desk, Choice hiding, Map<String, String> errors, HttpStatus status) {
        ModelAndView page = page("intake/write", Step.WRITE, form, status);
        page.addObject("desk", units.name(desk));
        page.addObject("hiding", hiding);
        page.addObject("hidden", named(form.hidden()));
        page.addObject("files", uploads.of(form));
        page.addObject("most", OpenUploads.MOST);
        page.addObject("longest", FilingCheck.LONGEST);
        page.addObject("line", FilingCheck.LINE);
        page.addObject("errors", errors);
        return page;
    }

    /** @param notice text above it, null for none */
    ModelAndView preview(FilingForm form, Places places, String desk, @Nullable String notice, HttpStatus status) {
        Mode mode = form.mode().orElseThrow();
        ModelAndView page = page("intake/preview", Step.PREVIEW, form, status);
        page.addObject("desk", units.name(desk));
        page.addObject("about", places.about());
        page.addObject("place", places.place());
        page.addObject("hidden", named(form.hidden()));
        page.addObject("files", uploads.of(form));
        page.addObject("mode", mode.name().toLowerCase(java.util.Locale.ROOT));
        page.addObject("notice", notice);
        return page;
    }

    /** Nobody here may have it: nothing was asked for yet, and nothing is kept. */
    ModelAndView nobody() {
        ModelAndView page = new ModelAndView("intake/nobody");
        page.addObject("superior", superior);
        return page;
    }

    /** @param receipt null if it can no longer be shown */
    ModelAndView receipt(@Nullable Receipt receipt, boolean changed, boolean anonymous) {
        LocalDate today = LocalDate.now(clock);
        ModelAndView page = new ModelAndView("intake/receipt");
        page.addObject("receipt", receipt);
        page.addObject("changed", changed);
        page.addObject("anonymous", anonymous);
        page.addObject("today", today);
        page.addObject("told", today.plusDays(TOLD));
        page.addObject("answered", ANSWERED);
        return page;
    }

    private ModelAndView page(String view, Step step, FilingForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("form", form);
        page.addObject("at", step.name().toLowerCase(java.util.Locale.ROOT));
        page.addObject("carried", form.carried(step));
        return page;
    }

    /** A unit by its name. */
    record Named(String code, String name) {}

    private List<Named> named(List<String> codes) {
        return codes.stream().map(code -> new Named(code, units.name(code))).toList();
    }
}
