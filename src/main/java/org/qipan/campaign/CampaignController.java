package org.qipan.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Post;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanSamples;
import org.qipan.plan.Plans;
import org.qipan.task.Once;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of campaigns, and new ones. */
@Controller
@RequestMapping("/campaigns")
class CampaignController {

    private final Campaigns campaigns;
    private final Plans plans;
    private final CampaignLists lists;
    private final PlanSamples samples;
    private final CampaignAccess access;
    private final CampaignTexts texts;
    private final RunningCampaign running;
    private final Once once;
    private final Clock clock;

    CampaignController(
            Campaigns campaigns,
            Plans plans,
            CampaignLists lists,
            PlanSamples samples,
            CampaignAccess access,
            CampaignTexts texts,
            RunningCampaign running,
            Once once,
            Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.lists = lists;
        this.samples = samples;
        this.access = access;
        this.texts = texts;
        this.running = running;
        this.once = once;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("campaigns", lists.all(access.staff()));
        model.addAttribute("mayOpen", mayOpen());
        return "campaign/list";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        access.opening();
        model.addAttribute("campaigns", lists.all(access.staff()));
        model.addAttribute("name", "");
        return "campaign/new";
    }

    /** @param from {@code blank}, {@code sample} or the id of an old campaign */
    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "blank") String from,
            @RequestParam(defaultValue = "false") boolean practice,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> parameters) {
        Post as = access.opening();
        try {
            if (name.isBlank()) {
                throw new Refused("campaign.refused.name");
            }
            UUID by = access.staff().id();
            String plan = once.run(idempotencyKey, by, "POST /campaigns", Once.hash(parameters), () -> {
                UUID opened = campaigns.open(name.strip(), start(from, as), old(from), practice, access.staff(), as);
                running.begin(opened);
                return "/campaigns/" + opened + "/plan";
            });
            return new ModelAndView("redirect:" + plan);
        } catch (Once.KeyReused reused) {
            return refused(name, from, new Refused("task.refused.key"));
        } catch (Refused refused) {
            return refused(name, from, refused);
        }
    }

    private ModelAndView refused(String name, String from, Refused refused) {
        ModelAndView page = new ModelAndView("campaign/new", HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("campaigns", lists.all(access.staff()));
        page.addObject("name", name);
        page.addObject("from", from);
        page.addObject("refused", texts.of(refused));
        return page;
    }

    private Plan start(String from, Post as) {
        LocalDate today = LocalDate.now(clock);
        UUID old = old(from);
        if (old != null) {
            access.visible(old);
            return PlanSamples.again(plans.latest(old).plan(), today);
        }
        return from.equals("sample") ? samples.minzhong(as.unit(), today) : Plan.EMPTY;
    }

    private static @Nullable UUID old(String from) {
        return from.matches("[0-9a-f-]{36}") ? UUID.fromString(from) : null;
    }

    private boolean mayOpen() {
        return access.staff().posts().stream()
                .anyMatch(p -> access.drafting(p.unit()).isPresent());
    }
}
