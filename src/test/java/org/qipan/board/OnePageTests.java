package org.qipan.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.campaign.RunningCampaign;
import org.qipan.casefile.Exclusions;
import org.qipan.complaint.Matter;
import org.qipan.complaint.PetitionHall;
import org.qipan.desk.LeaderItems;
import org.qipan.desk.ListRow;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 领导一页纸, as far as complaints wait for a leader: 信访工作条例 arts. 18, 33, 34. */
@Replay
class OnePageTests {

    private static final String PAGE = "/campaigns/one-page";

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private LeaderItems items;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

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
        UUID opinion = hall.handled();
        desk.complete(
                desk.item(opinion.toString(), "Task_Handle"),
                hall.handler,
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
        UUID extension = hall.handled();
        hall.pages.send(
                hall.handler,
                hall.task(extension) + "/extension",
                "until",
                LocalDate.now().plusDays(70).toString(),
                "reason",
                "等待鉴定");
        UUID suspension = hall.handled();
        hall.pages.send(hall.handler, hall.task(suspension) + "/suspension", "ground", "court", "reason", "等待法院判决");
        UUID care = hall.handled();
        hall.pages.send(hall.leader, "/complaints/" + care + "/leaders/care", "goal", "退还押金");
        List<String> decisions = List.of(decision(opinion), decision(extension), decision(suspension), decision(care));

        assertThat(waiting(hall.leader)).containsAll(decisions);
        assertThat(waiting(hall.handler))
                .as("who leads nothing decides nothing")
                .isEmpty();
        assertThat(hall.pages.page(hall.leader, PAGE))
                .contains(">需要您定 ", "群众在等 ", "/complaints?tab=below&amp;state=open\"")
                .doesNotContain("没有要您定的事");

        exclusions.exclude(opinion, hall.leader.id(), "concerned");
        assertThat(waiting(hall.leader))
                .as("not what he must not know of")
                .doesNotContain(decisions.get(0))
                .contains(decisions.get(1));
    }

    @Test
    void saysNothingOfResidentsToWhoAnswersForNoArea() {
        assertThat(hall.pages.page(hall.in("township-officer", Matter.TOWN), PAGE))
                .doesNotContain("群众在等");
    }
}
