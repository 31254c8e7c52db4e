package org.qipan.desk;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Refused;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person arranges his list: filters under names, and the order. */
@Controller
class FilterController {

    private static final String PAGE = "/worklist/filters";

    private final CurrentStaff current;
    private final SavedFilters filters;
    private final DeskSettings settings;
    private final MessageSource messages;

    FilterController(CurrentStaff current, SavedFilters filters, DeskSettings settings, MessageSource messages) {
        this.current = current;
        this.filters = filters;
        this.settings = settings;
        this.messages = messages;
    }

    /**
     * What the page of filters prints.
     *
     * @param pending a filter that waits for another name, null without one
     * @param typed the name that was refused and {@code of} the filter it was for, null for the pending one
     * @param reason why, null if nothing was refused
     */
    record FiltersView(
            List<SavedFilter> saved,
            @Nullable ListFilter pending,
            String typed,
            @Nullable Long of,
            @Nullable String reason,
            int longest) {}

    @GetMapping(PAGE)
    String page(Model model) {
        model.addAttribute("filters", view(null, "", null, null));
        return "desk/filters";
    }

    @PostMapping(PAGE)
    ModelAndView save(
            @ModelAttribute ListFilter filter, @RequestParam(defaultValue = "") String name, RedirectAttributes flash) {
        return done(
                filter.url(null),
                "desk.filters.saved",
                flash,
                name,
                null,
                filter,
                staff -> filters.save(staff, name, filter));
    }

    @PostMapping(PAGE + "/{id}/name")
    ModelAndView rename(@PathVariable long id, @RequestParam(defaultValue = "") String name, RedirectAttributes flash) {
        return done(PAGE, "desk.filters.renamed", flash, name, id, null, staff -> filters.rename(staff, id, name));
    }

    @PostMapping(PAGE + "/{id}/removal")
    ModelAndView remove(@PathVariable long id, RedirectAttributes flash) {
        filters.remove(staff(), id);
        flash.addFlashAttribute("notice", "desk.filters.removed");
        return SeeOther.at(PAGE);
    }

    @PostMapping(PAGE + "/{id}/place")
    ModelAndView move(@PathVariable long id, @RequestParam(defaultValue = "false") boolean forward) {
        filters.move(staff(), id, forward);
        return SeeOther.at(PAGE);
    }

    @PostMapping("/worklist/order")
    ModelAndView order(@ModelAttribute ListFilter filter, @RequestParam String order) {
        settings.sort(staff(), order);
        return SeeOther.at(filter.url(null));
    }

    private ModelAndView done(
            String url,
            String notice,
            RedirectAttributes flash,
            String typed,
            @Nullable Long of,
            @Nullable ListFilter pending,
            java.util.function.Consumer<UUID> change) {
        try {
            change.accept(staff());
            flash.addFlashAttribute("notice", notice);
            return SeeOther.at(url);
        } catch (Refused e) {
            Refused.Reason reason = e.reasons().get(0);
            Locale locale = LocaleContextHolder.getLocale();
            String text = messages.getMessage(reason.key(), reason.arguments().toArray(), locale);
            ModelAndView page = new ModelAndView("desk/filters", HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("filters", view(pending, typed, of, text));
            return page;
        }
    }

    private FiltersView view(@Nullable ListFilter pending, String typed, @Nullable Long of, @Nullable String reason) {
        return new FiltersView(filters.of(staff()), pending, typed, of, reason, SavedFilters.LONGEST);
    }

    private UUID staff() {
        return current.get().id();
    }
}
