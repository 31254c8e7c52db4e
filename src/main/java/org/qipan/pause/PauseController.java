package org.qipan.pause;

import java.util.Map;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.task.ItemOnce;
import org.qipan.task.Seen;
import org.qipan.task.VisibleItems;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 中止, 恢复 and 听证 from the task of whoever handles the matter. */
@Controller
@RequestMapping("/tasks/{id}")
class PauseController {

    private final CurrentStaff current;
    private final VisibleItems visible;
    private final Suspensions suspensions;
    private final Hearings hearings;
    private final ItemOnce once;
    private final Texts texts;

    PauseController(
            CurrentStaff current,
            VisibleItems visible,
            Suspensions suspensions,
            Hearings hearings,
            ItemOnce once,
            Texts texts) {
        this.current = current;
        this.visible = visible;
        this.suspensions = suspensions;
        this.hearings = hearings;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping("/suspension")
    ModelAndView suspension(@PathVariable long id) {
        return form("pause/suspend", own(id), new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping("/suspension")
    ModelAndView suspend(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Seen seen = own(id);
        return done(
                seen,
                "pause/suspend",
                "suspension",
                idempotencyKey,
                sent,
                flash,
                () -> suspensions.ask(seen, Fields.text(sent, "ground"), Fields.text(sent, "reason")));
    }

    /** A second click finds nothing to take back, so no key is needed. */
    @PostMapping("/suspension/withdrawal")
    ModelAndView withdraw(@PathVariable long id, RedirectAttributes flash) {
        Seen seen = own(id);
        return plain(seen, flash, "withdrawn", () -> suspensions.withdraw(seen));
    }

    @PostMapping("/suspension/end")
    ModelAndView resume(@PathVariable long id, RedirectAttributes flash) {
        Seen seen = own(id);
        return plain(seen, flash, "resumed", () -> suspensions.resume(seen));
    }

    @GetMapping("/hearing")
    ModelAndView hearing(@PathVariable long id) {
        return form("pause/announce", own(id), new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping("/hearing")
    ModelAndView announce(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Seen seen = own(id);
        var typed = new Hearings.Announced(
                Fields.day(Fields.text(sent, "day")),
                Fields.text(sent, "place"),
                Fields.text(sent, "subject"),
                Fields.text(sent, "invited"));
        return done(
                seen, "pause/announce", "hearing", idempotencyKey, sent, flash, () -> hearings.announce(seen, typed));
    }

    @GetMapping("/hearing/record")
    ModelAndView record(@PathVariable long id) {
        return form("pause/record", own(id), new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping("/hearing/record")
    ModelAndView hold(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        Seen seen = own(id);
        String text = Fields.text(sent, "record");
        Runnable act = Fields.text(sent, "result").equals("off")
                ? () -> hearings.callOff(seen, text)
                : () -> hearings.hold(
                        seen, Fields.day(Fields.text(sent, "first")), Fields.day(Fields.text(sent, "last")), text);
        return done(seen, "pause/record", "hearing/record", idempotencyKey, sent, flash, act);
    }

    private Seen own(long id) {
        return visible.own(id, current.get());
    }

    private ModelAndView done(
            Seen seen,
            String page,
            String verb,
            UUID key,
            MultiValueMap<String, String> sent,
            RedirectAttributes flash,
            Runnable act) {
        try {
            String url = once.run(seen, key, "/" + verb, sent, act);
            return texts.to(url, flash, "pause.notice." + verb.replace('/', '-'));
        } catch (Refused e) {
            Map<String, String> errors = e.byField(texts);
            ModelAndView view = form(page, seen, sent, errors);
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
    }

    private ModelAndView plain(Seen seen, RedirectAttributes flash, String notice, Runnable act) {
        String url = "/tasks/" + seen.item().id();
        try {
            act.run();
            return texts.to(url, flash, "pause.notice." + notice);
        } catch (Refused e) {
            return texts.to(url, flash, e.reasons().get(0).key());
        }
    }

    private static ModelAndView form(
            String page, Seen seen, MultiValueMap<String, String> typed, Map<String, String> errors) {
        ModelAndView view = new ModelAndView(page);
        view.addObject("item", seen.item());
        view.addObject("typed", typed.toSingleValueMap());
        view.addObject("errors", errors);
        return view;
    }
}
