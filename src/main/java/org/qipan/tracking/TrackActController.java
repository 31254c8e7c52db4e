package org.qipan.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.qipan.complaint.Petitioner;
import org.qipan.page.Fields;
import org.qipan.page.PublicPage;
import org.qipan.page.Texts;
import org.qipan.progress.Tracked;
import org.qipan.recusal.RecusalRequests;
import org.qipan.review.Reviews;
import org.qipan.task.Once;
import org.qipan.tracking.TrackPages.Typed;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What only the holder of the receipt may do with his matter. */
@Controller
@PublicPage
@RequestMapping("/track")
class TrackActController {

    private final Petitioner petitioner;
    private final Reviews reviews;
    private final RecusalRequests recusals;
    private final Opened opened;
    private final TrackPages pages;
    private final Once once;
    private final Texts texts;

    TrackActController(
            Petitioner petitioner,
            Reviews reviews,
            RecusalRequests recusals,
            Opened opened,
            TrackPages pages,
            Once once,
            Texts texts) {
        this.petitioner = petitioner;
        this.reviews = reviews;
        this.recusals = recusals;
        this.opened = opened;
        this.pages = pages;
        this.once = once;
        this.texts = texts;
    }

    @PostMapping("/messages")
    ModelAndView say(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act("messages", sent, request, flash, matter -> petitioner.say(matter, Fields.text(sent, "text")));
    }

    /** 撤回信访事项; the box that says it is his own wish must be ticked. */
    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act("withdrawal", sent, request, flash, matter -> {
            if (Fields.text(sent, "own").isEmpty()) {
                throw new Refused("tracking.withdrawal.unticked");
            }
            petitioner.withdraw(matter, Fields.text(sent, "text"));
        });
    }

    @PostMapping("/rating")
    ModelAndView rate(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act("rating", sent, request, flash, matter -> {
            String grade = Fields.text(sent, "grade");
            if (!grade.matches("[1-5]")) {
                throw new Refused("tracking.rating.none");
            }
            petitioner.rate(
                    matter,
                    Integer.parseInt(grade),
                    Set.copyOf(sent.getOrDefault("why", java.util.List.of())),
                    Fields.text(sent, "text"));
        });
    }

    /** 复查, and after it 复核: whichever stands open to him. */
    @PostMapping("/review")
    ModelAndView review(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act("review", sent, request, flash, matter -> reviews.ask(matter, Fields.text(sent, "text")));
    }

    /** Takes back what he asked, as long as nothing is signed. */
    @PostMapping("/review/withdrawal")
    ModelAndView withdrawReview(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act("review/withdrawal", sent, request, flash, reviews::withdraw);
    }

    /** 申请回避 (公务员法 art. 77). */
    @PostMapping("/recusal")
    ModelAndView recusal(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act(
                "recusal",
                sent,
                request,
                flash,
                matter -> recusals.ask(matter, Fields.text(sent, "whom"), Fields.text(sent, "text")));
    }

    /** 有人要求我撤回. */
    @PostMapping("/pressed")
    ModelAndView pressed(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act("pressed", sent, request, flash, matter -> alarm(matter, "pressed", sent));
    }

    /** 我受到打击报复. */
    @PostMapping("/retaliation")
    ModelAndView retaliation(
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, RedirectAttributes flash) {
        return act("retaliation", sent, request, flash, matter -> alarm(matter, "retaliation", sent));
    }

    private void alarm(UUID matter, String kind, MultiValueMap<String, String> sent) {
        petitioner.alarm(matter, kind, Fields.text(sent, "text"));
    }

    private ModelAndView act(
            String act,
            MultiValueMap<String, String> sent,
            HttpServletRequest request,
            RedirectAttributes flash,
            Consumer<UUID> effect) {
        Typed typed = Typed.of(act, sent);
        Optional<UUID> matter = opened.of(request);
        if (matter.isEmpty()) {
            return pages.find("tracking.over", typed, HttpStatus.OK);
        }
        UUID key = Fields.id(sent.getFirst("idempotencyKey"));
        try {
            UUID meant = meant(matter.get(), typed.part());
            // The petitioner has no account: his matter stands for him.
            once.run(key == null ? UUID.randomUUID() : key, matter.get(), "POST /track/" + act, Once.hash(sent), () -> {
                effect.accept(meant);
                return "/track";
            });
            return texts.to("/track", flash, "tracking.notice." + act.replace('/', '-'));
        } catch (Once.KeyReused e) {
            return refused(matter.get(), typed, Map.of("form", texts.text("tracking.again")));
        } catch (Refused e) {
            return refused(matter.get(), typed, e.byField(texts));
        }
    }

    /** The matter of the receipt or a further one of the same letter; no other is reached from here. */
    private UUID meant(UUID matter, String part) {
        return part.isEmpty()
                ? matter
                : petitioner.of(matter).parts().stream()
                        .filter(one -> part.equals(one.number()))
                        .map(Tracked::id)
                        .findFirst()
                        .orElseThrow(() -> new Refused("complaint.refused.over"));
    }

    /** Beside what is chosen what belongs there, all else beside what is typed. */
    private ModelAndView refused(UUID matter, Typed typed, Map<String, String> errors) {
        Map<String, String> shown = new HashMap<>();
        errors.forEach((field, text) -> shown.merge(
                "whom".equals(field) ? typed.form() + "-whom" : typed.form(), text, (one, two) -> one + " " + two));
        return pages.show(matter, typed, shown, HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
