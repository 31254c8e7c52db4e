package org.qipan.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.campaign.RunningCampaign;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.Complaints;
import org.qipan.complaint.Matter;
import org.qipan.desk.LeaderItems;
import org.qipan.desk.ListRow;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** 领导一页纸, as far as complaints wait for a leader: 信访工作条例 arts. 18, 33, 34. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnePageTests {

    private static final String PAGE = "/campaigns/one-page";

    @Autowired
    private Complaints complaints;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private LeaderItems items;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn pages;
    private Staff officer;
    private Staff handler;
    private Staff leader;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext context) {
        pages = new SignedIn(context);
        people.arrive();
        officer = people.in("complaint-officer", Matter.TOWN);
        handler = people.in("department-officer", Matter.OFFICE);
        leader = people.in("township-leader", Matter.TOWN);
    }

    private UUID handled() {
        UUID id = complaints.file(Matter.named(), null, null);
        String task = id.toString();
        desk.complete(desk.item(task, "Task_Sort"), officer, Matter.sorted("一页纸上的事", "petition", Matter.OFFICE));
        return id;
    }

    private String handling(UUID id) {
        return "/tasks/" + desk.item(id.toString(), "Task_Handle");
    }

    private List<String> waiting(Staff reader) {
        return items.of(reader, RunningCampaign.PROCESSES).stream()
                .map(ListRow::url)
                .toList();
    }

    /** The one task that waits for the leader in a matter. */
    private String decision(UUID id) {
        return "/tasks/"
                + jdbc.sql("select id from work_item where case_id = ? and role = 'township-leader' and state = 'open'")
                        .param(id)
                        .query(Long.class)
                        .single();
    }

    @Test
    void hasWhatWaitsForTheLeaderInComplaints() {
        UUID opinion = handled();
        desk.complete(
                desk.item(opinion.toString(), "Task_Handle"),
                handler,
                "decision",
                "opinion",
                "verdict",
                "support",
                "facts",
                "双方有书面租约。",
                "opinion",
                "房东应按约退还。",
                "basis",
                "民法典第七百三十三条");
        UUID extension = handled();
        pages.send(
                handler,
                handling(extension) + "/extension",
                "until",
                LocalDate.now().plusDays(70).toString(),
                "reason",
                "等待鉴定");
        UUID suspension = handled();
        pages.send(handler, handling(suspension) + "/suspension", "ground", "court", "reason", "等待法院判决");
        UUID care = handled();
        pages.send(leader, "/complaints/" + care + "/leaders/care", "goal", "退还押金");
        List<String> decisions = List.of(decision(opinion), decision(extension), decision(suspension), decision(care));

        assertThat(waiting(leader)).containsAll(decisions);
        assertThat(waiting(handler)).as("who leads nothing decides nothing").isEmpty();
        assertThat(pages.page(leader, PAGE))
                .contains(">需要您定 ", "群众在等 ", "/complaints?tab=below&amp;state=open\"")
                .doesNotContain("没有要您定的事");

        exclusions.exclude(opinion, leader.id(), "concerned");
        assertThat(waiting(leader))
                .as("not what he must not know of")
                .doesNotContain(decisions.get(0))
                .contains(decisions.get(1));
    }

    @Test
    void saysNothingOfResidentsToWhoAnswersForNoArea() {
        assertThat(pages.page(people.in("township-officer", Matter.TOWN), PAGE)).doesNotContain("群众在等");
    }
}
