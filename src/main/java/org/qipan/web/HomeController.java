package org.qipan.web;

import java.util.Set;
import org.qipan.absence.Away;
import org.qipan.campaign.CampaignLists;
import org.qipan.desk.Workbench;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Roles;
import org.qipan.directory.Staff;
import org.qipan.feedback.Feedbacks;
import org.qipan.handover.Takeovers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台: what to do today. */
@Controller
class HomeController {

    private static final Set<String> VILLAGE = Set.of("village-worker", "village-head");

    private final CurrentStaff current;
    private final Workbench workbench;
    private final CampaignLists campaigns;
    private final Away away;
    private final Feedbacks feedbacks;
    private final Takeovers takeovers;

    HomeController(
            CurrentStaff current,
            Workbench workbench,
            CampaignLists campaigns,
            Away away,
            Feedbacks feedbacks,
            Takeovers takeovers) {
        this.current = current;
        this.workbench = workbench;
        this.campaigns = campaigns;
        this.away = away;
        this.feedbacks = feedbacks;
        this.takeovers = takeovers;
    }

    @GetMapping("/")
    String home(Model model) {
        Staff staff = current.get();
        boolean admin =
                !staff.posts().isEmpty() && staff.posts().stream().allMatch(post -> Roles.separated(post.role()));
        model.addAttribute("admin", admin);
        model.addAttribute("nobody", staff.posts().isEmpty());
        model.addAttribute("village", VILLAGE.stream().anyMatch(staff::holds));
        model.addAttribute("answers", feedbacks.unseen(staff.id()));
        if (!admin) {
            model.addAttribute("today", workbench.today(staff));
            model.addAttribute("campaigns", campaigns.running(staff));
            model.addAttribute("away", away.card(staff).orElse(null));
            model.addAttribute("takeover", takeovers.count(staff).orElse(null));
        }
        return "web/home";
    }
}
