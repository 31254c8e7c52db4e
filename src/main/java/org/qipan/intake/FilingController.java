package org.qipan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Complaints;
import org.qipan.file.StoredFile;
import org.qipan.filing.Mode;
import org.qipan.intake.FilingForm.Step;
import org.qipan.intake.UnitChoice.Choice;
import org.qipan.limit.Limit;
import org.qipan.limit.Limits;
import org.qipan.limit.Network;
import org.qipan.page.PublicPage;
import org.qipan.page.Texts;
import org.qipan.receipt.Receipts;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 我要反映: three pages, no log-in, no session, nothing kept before it is sent. */
@Controller
@PublicPage
@RequestMapping("/complaint")
class FilingController {

    private final UnitChoice units;
    private final Complaints complaints;
    private final Receipts receipts;
    private final OpenUploads uploads;
    private final SentOnce once;
    private final FilingCheck check;
    private final FilingPages pages;
    private final Limits limits;
    private final Texts texts;

    FilingController(
            UnitChoice units,
            Complaints complaints,
            Receipts receipts,
            OpenUploads uploads,
            SentOnce once,
            FilingCheck check,
            FilingPages pages,
            Limits limits,
            Texts texts) {
        this.units = units;
        this.complaints = complaints;
        this.receipts = receipts;
        this.uploads = uploads;
        this.once = once;
        this.check = check;
        this.pages = pages;
        this.limits = limits;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView start() {
        FilingForm form = FilingForm.fresh();
        return pages.about(form, places(form), null, HttpStatus.OK);
    }

    /** @param to what the button asks for; empty where only the language changes */
    @PostMapping
    ModelAndView step(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        FilingForm typed = new FilingForm(sent);
        if (!typed.keyed()) {
            return start();
        }
        String network = Network.of(request.getRemoteAddr());
        Places places = places(typed);
        FilingForm form = typed.with("about", places.about().typed())
                .with("place", places.place().typed());
        boolean busy = !limits.allows(Limit.STEPS_OF_NETWORK, network);
        boolean back = to.equals("about") || form.at() == Step.ABOUT && to.isEmpty();
        if (busy || back || !places.settled()) {
            return about(form, places, busy, back);
        }
        boolean unwritten = form.text("words").isEmpty();
        Optional<String> desk = desk(places, unwritten ? hiding(form).hidden() : List.of());
        if (desk.isEmpty()) {
            return pages.nobody();
        }
        return form.at() == Step.ABOUT
                ? pages.write(form, desk.get(), units.read(form, "hide"), Map.of(), HttpStatus.OK)
                : written(form, places, to, files == null ? List.of() : files, network);
    }

    private ModelAndView about(FilingForm form, Places places, boolean busy, boolean back) {
        boolean nothing = places.about().blank() && places.place().blank();
        if (busy) {
            return pages.about(form, places, texts.text("intake.error.busy"), HttpStatus.TOO_MANY_REQUESTS);
        }
        return back || !nothing
                ? pages.about(form, places, null, HttpStatus.OK)
                : pages.about(form, places, texts.text("intake.error.nowhere"), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** Whom it goes to: a unit that is kept out is passed over, and it goes one level up. */
    private Optional<String> desk(Places places, List<String> hidden) {
        return complaints.desk(places.place().code(), places.about().code(), hidden);
    }

    /** With the unit that was just typed as one more to keep out. */
    private FilingForm hiding(FilingForm typed) {
        String hidden = units.read(typed, "hide").code();
        return hidden == null ? typed : typed.hiding(hidden);
    }

    private ModelAndView written(
            FilingForm typed, Places places, String to, List<MultipartFile> files, String network) {
        Optional<String> refused = uploads.take(typed, files, network);
        Choice hide = units.read(typed, "hide");
        FilingForm form = hiding(typed);
        // Nobody is left, and something is written already: it stays on his screen, and he is told where to take it.
        Optional<String> free = desk(places, form.hidden());
        String desk = free.or(() -> desk(places, List.of())).orElseThrow();
        Choice hiding = hide.code() == null ? hide : new Choice("", null, List.of());
        if (refused.isPresent()) {
            return pages.write(
                    form, desk, hiding, Map.of("file", texts.text(refused.get())), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Map<String, String> conflict = free.isEmpty() ? Map.of("hidden", texts.text("intake.error.desk")) : Map.of();
        boolean onward = to.equals("preview") || to.equals("send") || form.at() == Step.PREVIEW && to.isEmpty();
        if (!onward || !hiding.settled()) {
            return pages.write(form, desk, hiding, conflict, HttpStatus.OK);
        }
        Map<String, String> problems = new LinkedHashMap<>(check.problems(form));
        problems.putAll(conflict);
        if (!problems.isEmpty()) {
            return pages.write(form, desk, hiding, problems, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return to.equals("send") && form.at() == Step.PREVIEW
                ? send(form, places, desk, network)
                : pages.preview(form, places, desk, null, HttpStatus.OK);
    }

    private ModelAndView send(FilingForm form, Places places, String desk, String network) {
        boolean again = once.known(form);
        if (!again && !(limits.allows(Limit.FILINGS_OF_NETWORK, network) && limits.allows(Limit.FILINGS, ""))) {
            return pages.preview(form, places, desk, texts.text("intake.error.many"), HttpStatus.TOO_MANY_REQUESTS);
        }
        try {
            SentOnce.Sent sent = once.send(form, () -> {
                var filing = check.filing(
                        form,
                        places,
                        uploads.of(form).stream().map(StoredFile::id).toList());
                var id = complaints.file(filing, null, null);
                uploads.attach(form, id);
                return receipts.issue(id);
            });
            return pages.receipt(sent.receipt(), sent.changed(), form.mode().orElseThrow() == Mode.ANONYMOUS);
        } catch (Refused e) {
            Map<String, String> problems = e.byField(texts);
            return pages.write(form, desk, new Choice("", null, List.of()), problems, HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private Places places(FilingForm form) {
        return new Places(units.read(form, "about"), units.read(form, "place"));
    }
}
