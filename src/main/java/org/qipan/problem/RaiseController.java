package org.qipan.problem;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.form.Forms;
import org.qipan.page.SeeOther;
import org.qipan.problem.Problem.Origin;
import org.qipan.problem.RaisePage.Refusal;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Raising a problem: from nowhere, from a task or from a record. */
@Controller
@RequestMapping("/problems")
@PreAuthorize(RaiseController.STAFF)
class RaiseController {

    /** Everybody but the three separated administrators. */
    static final String STAFF =
            "hasAnyRole('village-worker','village-head','township-officer','township-leader','district-officer','district-leader',"
                    + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','complaint-officer',"
                    + "'liaison','evaluator')";

    private static final List<String> FREE_TEXTS = List.of("title", "text");

    private final CurrentStaff current;
    private final Problems problems;
    private final RaisePage page;
    private final Origins origins;
    private final ProblemTexts texts;
    private final Vocabulary vocabulary;
    private final Once once;

    RaiseController(
            CurrentStaff current,
            Problems problems,
            RaisePage page,
            Origins origins,
            ProblemTexts texts,
            Vocabulary vocabulary,
            Once once) {
        this.current = current;
        this.problems = problems;
        this.page = page;
        this.origins = origins;
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.once = once;
    }

    @GetMapping("/new")
    String fresh(
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(required = false) @Nullable Long record,
            @RequestParam(required = false) @Nullable String draft,
            Model model) {
        Staff staff = current.get();
        Map<String, Object> typed = Map.of();
        String as = null;
        if (draft != null) {
            MultiValueMap<String, String> unsent = page.unsent(staff);
            typed = page.read(unsent, staff).typed();
            as = unsent.getFirst("as");
        } else {
            model.addAttribute("draft", page.offer(staff));
        }
        page.fill(model, staff, post(staff, as), typed, origins.named(item, record, staff), Refusal.NONE);
        return "problem/new";
    }

    @PostMapping
    ModelAndView raise(
            @RequestParam UUID idempotencyKey,
            @RequestParam(required = false) @Nullable String as,
            @RequestParam(required = false) @Nullable Long item,
            @RequestParam(required = false) @Nullable Long record,
            @RequestParam(required = false) @Nullable String clean,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes flash) {
        Staff staff = current.get();
        Post post = post(staff, as);
        Origin origin = origins.named(item, record, staff);
        Forms.Submission submission = page.read(clean == null ? parameters : cleaned(parameters), staff);
        if (submission.redisplay()) {
            page.fill(model, staff, post, submission.typed(), origin, Refusal.NONE);
            return new ModelAndView("problem/new", model.asMap());
        }
        Refusal refusal;
        if (!submission.valid()) {
            refusal = new Refusal(submission.errors(), List.of(), false);
        } else {
            try {
                String url = once.run(idempotencyKey, staff.id(), "POST /problems", Once.hash(parameters), () -> {
                    Raising raising = RaisePage.raising(submission.values(), origin);
                    return "/problems/" + problems.raise(raising, staff, post);
                });
                page.sent(staff);
                flash.addFlashAttribute("notice", "problem.notice.raised");
                return SeeOther.at(url);
            } catch (Once.KeyReused e) {
                refusal = refusal(new Refused("problem.refused.again"));
            } catch (Refused e) {
                refusal = refusal(e);
            }
        }
        page.fill(model, staff, post, submission.typed(), origin, refusal);
        return new ModelAndView("problem/new", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private Refusal refusal(Refused refused) {
        boolean words =
                refused.reasons().stream().anyMatch(reason -> reason.key().equals("vocabulary.hint"));
        return new Refusal(texts.fields(refused), texts.whole(refused), words);
    }

    /** The same without the words that were refused. */
    private MultiValueMap<String, String> cleaned(MultiValueMap<String, String> parameters) {
        MultiValueMap<String, String> kept = new LinkedMultiValueMap<>(parameters);
        for (String field : FREE_TEXTS) {
            vocabulary.hint(parameters.getFirst(field)).ifPresent(found -> kept.set(field, found.cleaned()));
        }
        return kept;
    }

    private static Post post(Staff staff, @Nullable String group) {
        List<Post> posts = RaisePage.raising(staff);
        return posts.stream()
                .filter(post -> post.group().equals(group))
                .findFirst()
                .or(() -> posts.stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
