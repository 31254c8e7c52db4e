package org.qipan.repeat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.Bundles;
import org.qipan.complaint.Bundles.Waiting;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 拆分与并案: one page of a matter that waits to be sorted. */
@Controller
@RequestMapping("/complaints/{id}/repeats")
@PreAuthorize("hasRole('complaint-officer')")
class RepeatController {

    private final CurrentStaff current;
    private final Repeats repeats;
    private final Bundles bundles;
    private final Once once;
    private final Texts texts;

    RepeatController(CurrentStaff current, Repeats repeats, Bundles bundles, Once once, Texts texts) {
        this.current = current;
        this.repeats = repeats;
        this.bundles = bundles;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView look(@PathVariable UUID id) {
        return shown(id, current.get(), null);
    }

    @PostMapping("/merge")
    ModelAndView merge(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam UUID into,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff staff = current.get();
        return act(id, "merge", idempotencyKey, parameters, flash, () -> {
            bundles.merge(id, into, staff);
            return "/complaints/" + into;
        });
    }

    @PostMapping("/split")
    ModelAndView split(
            @PathVariable UUID id,
            @RequestParam UUID idempotencyKey,
            @RequestParam(defaultValue = "1") int more,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes flash) {
        Staff staff = current.get();
        return act(id, "split", idempotencyKey, parameters, flash, () -> {
            bundles.split(id, more, staff);
            return "/worklist";
        });
    }

    private ModelAndView act(
            UUID id,
            String verb,
            UUID key,
            MultiValueMap<String, String> parameters,
            RedirectAttributes flash,
            Supplier<String> act) {
        Staff staff = current.get();
        if (!"true".equals(parameters.getFirst("sure"))) {
            return shown(id, staff, new Refused("repeat.refused.sure"));
        }
        try {
            String route = "POST /complaints/" + id + "/repeats/" + verb;
            return texts.to(
                    once.run(key, staff.id(), route, Once.hash(parameters), act), flash, "repeat.notice." + verb);
        } catch (Once.KeyReused e) {
            return shown(id, staff, new Refused("complaint.refused.again"));
        } catch (Refused e) {
            return shown(id, staff, e);
        }
    }

    private ModelAndView shown(UUID id, Staff staff, @Nullable Refused refused) {
        Waiting matter =
                bundles.waiting(id, staff).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ModelAndView page =
                new ModelAndView("repeat/show", refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("matter", matter);
        page.addObject("likely", repeats.of(matter, staff));
        page.addObject("refused", refused == null ? List.of() : refused.all(texts));
        return page;
    }
}
