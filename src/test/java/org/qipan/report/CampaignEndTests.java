package org.qipan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.campaign.Reporting.Paper;
import org.qipan.campaign.Reporting.Text;
import org.qipan.directory.Post;
import org.qipan.service.Town;
import org.qipan.worklist.Refused;

/** The last three tasks of a campaign on the package and the circular of the town that runs it. */
class CampaignEndTests {

    private static final Post CITY = Town.CITY_OFFICER.posts().get(0);
    private static final Post LEADER = Town.LEADER.posts().get(0);

    private final Office office = new Office();
    private final CampaignEnd end = office.end;

    private UUID packageOfTheTown() {
        return office.packages.begin(Office.CAMPAIGN, Town.TOWN, Town.OFFICER);
    }

    private void aReadCase() {
        UUID id = packageOfTheTown();
        office.packages.write(id, "case-1", "一站办好居住证", "帮助一位新市民办好居住证。", true, false, Town.OFFICER);
        office.packages.secondRead(id, "case-1", Town.LEADER);
    }

    private int submit(String summary) {
        return end.submit(Office.CAMPAIGN, Town.TOWN, new Text(summary, true), Town.OFFICER);
    }

    @Test
    void theTaskBeginsWithTheSummaryOfTheRecords() {
        office.desk.record(Town.WORKER, "visit-rental", "3", Office.CAMPAIGN);
        assertThat(end.summary(Office.CAMPAIGN, Town.TOWN).text()).contains("民众街道", "走访出租屋3间");
        assertThat(end.summary(Office.CAMPAIGN, Town.TOWN).confirmed()).isFalse();
    }

    @Test
    void compilingSaysEverythingThatIsMissing() {
        assertThatThrownBy(() -> end.submit(Office.CAMPAIGN, Town.TOWN, new Text("属实", false), Town.OFFICER))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reasons())
                            .extracting(Refused.Reason::field)
                            .containsExactly("summary", null);
                    assertThat(refused.reasons().get(1).arguments()).contains("典型案例一");
                });
        aReadCase();
        assertThat(submit("属实")).isEqualTo(1);
        assertThat(end.summary(Office.CAMPAIGN, Town.TOWN)).isEqualTo(new Text("属实", true));
    }

    @Test
    void aPlanThatAsksForNoCasesNeedsNone() {
        office.campaign.casesAsked = false;
        assertThat(submit("属实")).isEqualTo(1);
    }

    @Test
    void onlyReturnedItemsUnlockAndAcceptanceGivesOneReceipt() {
        aReadCase();
        submit("属实");
        assertThat(end.returnable(Office.CAMPAIGN, Town.TOWN)).containsKeys("summary", "form-a", "case-1");
        end.giveBack(Office.CAMPAIGN, Town.TOWN, Map.of("form-b", "数不对"), Town.CITY_OFFICER, CITY);
        assertThatThrownBy(() -> submit("另一个总结")).hasMessageContaining("report.refused.locked");
        assertThat(submit("属实")).isEqualTo(2);
        assertThat(end.accept(Office.CAMPAIGN, Town.TOWN, Town.CITY_OFFICER, CITY))
                .isEqualTo("中山市〔2026〕收1号");
        assertThat(office.packages.states(Office.CAMPAIGN, Town.TOWN)).containsEntry(Town.TOWN, "ACCEPTED");
    }

    @Test
    void pagesDoNotMoveWhatTheTasksMove() {
        UUID id = packageOfTheTown();
        assertThatThrownBy(() -> office.packages.submit(id, Town.OFFICER)).hasMessageContaining("report.refused.task");
        assertThatThrownBy(() -> office.packages.receive(id, Town.CITY_OFFICER))
                .hasMessageContaining("report.refused.task");
    }

    @Test
    void theLeaderSignsWhatHeReadAndEveryUnitGetsIt() {
        end.compose(Office.CAMPAIGN, Town.TOWN, Town.OFFICER);
        Paper composed = end.circular(Office.CAMPAIGN, Town.TOWN);
        assertThat(composed.title()).contains("2026年集中服务活动");
        Circular draft = office.papers.newest(Office.CAMPAIGN, Town.TOWN).orElseThrow();
        office.circulars.edit(draft.id(), draft.version(), "别人改的", "别人改的", Town.OFFICER);

        String number =
                end.sign(Office.CAMPAIGN, Town.TOWN, new Paper(composed.title(), "各村：\r\n辛苦了。"), Town.LEADER, LEADER);

        Circular signed = office.papers.newest(Office.CAMPAIGN, Town.TOWN).orElseThrow();
        assertThat(signed.number()).isEqualTo(number);
        assertThat(signed.title()).isEqualTo(composed.title());
        assertThat(signed.content()).isEqualTo("各村：\n辛苦了。");
        assertThat(office.circulars.receipts(signed.id())).hasSize(2).noneMatch(Circulars.Receipt::read);
        assertThat(office.copies)
                .hasSize(2)
                .anyMatch(post -> post.endsWith(Town.XINLUN))
                .anyMatch(post -> post.endsWith(Town.MINPING));
        assertThat(end.sign(
                        Office.CAMPAIGN, Town.TOWN, new Paper(signed.title(), signed.content()), Town.LEADER, LEADER))
                .as("signed once")
                .isEqualTo(number);
        assertThat(end.papers(Office.CAMPAIGN, Town.WORKER))
                .singleElement()
                .satisfies(link -> assertThat(link.href()).endsWith(signed.id().toString()));
    }

    @Test
    void packagesOfVillagesStandInTheTimeline() {
        UUID id = office.packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.WORKER);
        office.packages.write(id, "summary", null, "情况属实。", false, true, Town.WORKER);
        office.packages.submit(id, Town.WORKER);
        office.packages.receive(id, Town.OFFICER);
        office.packages.giveBack(id, Map.of("summary", "写明走访"), Town.OFFICER);
        assertThat(office.acts).containsExactly("report.submitted", "report.received", "report.returned");
    }
}
