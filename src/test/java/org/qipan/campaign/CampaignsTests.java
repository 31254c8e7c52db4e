package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.qipan.plan.ChangedTask;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanPen;
import org.qipan.plan.PlanSamples;
import org.qipan.plan.Plans;
import org.qipan.plan.Section;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=none")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = CampaignWorld.class)
@Import(TestDatabase.Connection.class)
class CampaignsTests {

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private PlanPen pen;

    @Autowired
    private CampaignRepository repository;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanSamples samples;

    @Autowired
    private PlanFreezer freezer;

    @Autowired
    private JdbcClient jdbc;

    private UUID sample() {
        return campaigns.open("2018服务活动", samples.minzhong(), null, false, Town.DRAFTER, Town.OFFICER);
    }

    private void save(UUID id, Section section, UnaryOperator<Plan> change) {
        pen.write(id, section, change, Town.DRAFTER);
    }

    @Test
    void aPlanWhoseVillageTaskNamesNoItemIsNotSubmitted_art43OfTheCommitteeLaws() {
        Plan plan = samples.minzhong();
        Plan without = plan.withTasks(
                plan.tasks().stream().map(t -> ChangedTask.listed(t, null)).toList());
        UUID id = campaigns.open("x", without, null, false, Town.DRAFTER, Town.OFFICER);
        assertThatThrownBy(() -> campaigns.submit(id))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .hasSize(7)
                                .allMatch(r -> r.key().equals("plan.problem.task.duty")));
    }

    @Test
    void aStaleCampaignIsNotWrittenOverANewerOne() {
        UUID id = sample();
        Campaign campaign = repository.findById(id).orElseThrow();
        jdbc.sql("update campaign set version = version + 1 where id = ?")
                .param(id)
                .update();
        campaign.rename("新名");
        assertThatThrownBy(() -> repository.saveAndFlush(campaign))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void onlyReturnedSectionsMayBeChangedAndTheSubmittedVersionStays() {
        UUID id = sample();
        campaigns.submit(id);
        assertThatThrownBy(() -> campaigns.returned(id, Town.CHIEF)).isInstanceOf(Refused.class);
        campaigns.mark(id, Section.FUNDS, "写明金额");
        assertThatThrownBy(() -> campaigns.approved(id, Town.CHIEF)).isInstanceOf(Refused.class);
        campaigns.returned(id, Town.CHIEF);

        assertThatThrownBy(() -> save(id, Section.AIMS, p -> p.withAims(List.of("改"))))
                .isInstanceOf(Refused.class);
        save(id, Section.FUNDS, p -> p.with(Section.FUNDS, new Plan.Have("5万元", true)));
        assertThat(plans.latest(id))
                .returns(2, Plans.Version::no)
                .returns(Map.of(Section.FUNDS, "写明金额"), Plans.Version::returned);
        assertThat(jdbc.sql(
                                "select plan -> 'haves' -> 'FUNDS' ->> 'text' from campaign_plan where campaign = ? and version = 1")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("活动经费");

        campaigns.submit(id);
        assertThat(plans.latest(id).returned()).isEmpty();
    }

    @Test
    void aSubmittedPlanIsNotChanged() {
        UUID id = sample();
        campaigns.submit(id);
        assertThatThrownBy(() -> save(id, Section.AIMS, p -> p.withAims(List.of("改"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aNewPlanFromAnOldOneBeginsThisMonthAndRemembersItsOrigin() {
        UUID old = sample();
        Plan again = PlanSamples.again(plans.latest(old).plan(), LocalDate.of(2026, 11, 21));
        UUID id = campaigns.open("2026服务活动", again, old, true, Town.DRAFTER, Town.OFFICER);
        assertThat(campaigns.get(id)).returns(old, Campaign::copiedFrom).returns(true, Campaign::practice);
        assertThat(plans.latest(id).plan().stages())
                .extracting(s -> s.opens().toString())
                .containsExactly("2026-11-early", "2026-11-early", "2027-01-mid");
    }

    @Test
    void freezingMakesTheRowsOfStagesTasksAndUnitsOnce() {
        UUID id = issued();
        freezer.freeze(id);
        assertThat(rows(
                        "select no || ' ' || name || ' ' || opens || ' ' || closes from campaign_stage where campaign = ? order by no",
                        id))
                .containsExactly(
                        "1 宣传发动 2018-05-01 2018-05-10", "2 走访服务 2018-05-01 2018-06-30", "3 评估总结 2018-07-11 2018-07-31");
        assertThat(rows(
                        "select i.name || ' ' || coalesce(unit_kind, '-') || ' ' || coalesce(minimum::text, '-') || ' ' || s.no from campaign_item i join campaign_stage s on s.id = i.stage where i.campaign = ? order by i.no",
                        id))
                .containsExactly(
                        "悬挂宣传横幅 village 2 1",
                        "广播电视宣传 township 30 1",
                        "走访服务 village 20 2",
                        "均等服务指引 village 10 2",
                        "宣传咨询和健康教育 village 1 2",
                        "区域协作 - - 2",
                        "网格服务和宣传栏更新 village 1 2",
                        "活动情况总结 village - 3",
                        "典型案例 village 1 3",
                        "有方案 township - 1",
                        "有部署 township - 1",
                        "有人员 township - 1",
                        "有经费 township - 1",
                        "有检查 township - 1");
        assertThat(rows(
                        "select kind || ' ' || coalesce(upper, '-') || ' ' || count(*) from campaign_unit where campaign = ? group by kind, upper order by kind",
                        id))
                .containsExactly("department 442000007000 11", "township - 1", "village 442000007000 19");
        assertThat(campaigns.get(id))
                .returns(Campaign.State.RUNNING, Campaign::state)
                .returns(LocalDate.of(2018, 5, 1), Campaign::starts)
                .returns(LocalDate.of(2018, 7, 31), Campaign::ends);
        assertThat(plans.issued(id)).isPresent();
    }

    @Test
    void aDepartmentWithoutATaskTakesNoPart() {
        Plan plan = samples.minzhong();
        UUID id = campaigns.open(
                "x", plan.withTasks(List.of(plan.tasks().get(0))), null, false, Town.DRAFTER, Town.OFFICER);
        issue(id);
        assertThat(rows("select unit from campaign_unit where campaign = ? and kind = 'department' order by 1", id))
                .containsExactly("442000007000-02", "442000007000-07");
    }

    @Test
    void aForbiddenWordIsNoName() {
        UUID id = sample();
        assertThatThrownBy(() -> campaigns.rename(id, "双查行动")).isInstanceOf(Refused.class);
        assertThat(campaigns.get(id).name()).isEqualTo("2018服务活动");
    }

    private UUID issued() {
        UUID id = sample();
        issue(id);
        return id;
    }

    private void issue(UUID id) {
        campaigns.submit(id);
        campaigns.approved(id, Town.CHIEF);
        freezer.freeze(id);
    }

    private List<String> rows(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(String.class).list();
    }
}
