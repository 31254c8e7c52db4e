package org.qipan.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoVerbs;
import org.qipan.directory.Staff;
import org.qipan.plan.PlanSamples;
import org.qipan.problem.DemoProblems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** 关注 from the page of a case. The context is that of the replay of 2018. */
@Replay
class CaseStarTests {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private DemoVerbs verbs;

    @Autowired
    private DemoProblems problems;

    @Autowired
    private PlanSamples samples;

    @Autowired
    private TransactionTemplate transaction;

    private SignedIn pages;

    @BeforeEach
    void people() {
        verbs.people.arrive();
        pages = new SignedIn(context);
    }

    @Test
    void aCampaignIsFollowedFromItsOwnPage() {
        UUID campaign = transaction.execute(s -> verbs.open("从页面关注", samples.minzhong(), false));
        followed(verbs.officer(), campaign, "/campaigns/" + campaign, "从页面关注");
        Staff elsewhere = verbs.people.in("city-officer", "442000000000");
        assertThat(pages.send(elsewhere, star(campaign), "on", "true", "back", "case")
                        .getStatus())
                .as("a draft is not there for others")
                .isEqualTo(404);
    }

    @Test
    void aProblemIsFollowedFromItsOwnPage() {
        UUID problem =
                problems.raise(verbs.people.in("village-worker", "442000007201"), "policy", "办证口径不一致", "两个窗口说法不同。");
        followed(verbs.officer(), problem, "/problems/" + problem, "办证口径不一致");
    }

    private void followed(Staff by, UUID id, String url, String title) {
        assertThat(pages.page(by, url)).contains("action=\"" + star(id) + "\"", ">关注</button>");
        MockHttpServletResponse on = pages.send(by, star(id), "on", "true", "back", "case");
        assertThat(on.getStatus()).isEqualTo(303);
        assertThat(on.getRedirectedUrl()).isEqualTo(url);
        assertThat(pages.page(by, url)).contains("取消关注</button>");
        assertThat(pages.page(by, "/worklist/follows")).contains(title);
        assertThat(pages.send(by, star(id), "on", "false", "back", "case").getRedirectedUrl())
                .isEqualTo(url);
        assertThat(pages.page(by, url)).contains(">关注</button>");
    }

    private static String star(UUID id) {
        return "/worklist/follows/" + id;
    }
}
