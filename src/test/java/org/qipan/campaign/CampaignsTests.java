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
import org.qipan.campaign.PlanDrafts.SectionChanged;
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
    private PlanDrafts drafts;

    @Autowired
    private CampaignRepository repository;

    @Autowired
    private PlanStore plans;

    @Autowired
    private CampaignSamples samples;

    @Autowired
    private PlanFreezer freezer;

    @Autowired
    private JdbcClient jdbc;

    private UUID sample() {
        return campaigns.open("2018服务活动", samples.minzhong(), null, false, Town.DRAFTER, Town.OFFICER);
    }

    private void save(UUID id, Section section, UnaryOperator<Plan> change) {
        drafts.save(id, section, seen(id, section), change, Town.DRAFTER);
    }

    private String seen(UUID id, Section section) {
        return plans.digest(campaigns.plan(id).plan(), section);
    }

    @Test
    void aPlanComesBackFromTheDatabaseAsItWasWritten() {
        assertThat(campaigns.plan(sample()).plan()).isEqualTo(samples.minzhong());
    }

    @Test
    void theSampleOf2018IsCompleteAlthoughItsFirstStageBeganBeforeTheDayOfApprovalAndStagesOverlap() {
        UUID id = sample();
        Plan plan = campaigns.plan(id).plan();
        assertThat(plan.stages().get(0).opens().first()).isBefore(LocalDate.of(2018, 6, 6));
        assertThat(plan.stages().get(1).opens().first())
                .isBeforeOrEqualTo(plan.stages().get(0).closes().last());
        assertThat(campaigns.problems(id)).isEmpty();
    }

    @Test
    void aTaskForAVillageWithoutAnItemStaysWithTheTown_art43OfTheCommitteeLaws() {
        UUID id = sample();
        save(id, Section.TASKS, p -> p.withTasks(List.of(withItem(p.tasks().get(0), null))));
        assertThat(campaigns.plan(id).plan().tasks()).singleElement().returns("township", PlanTask::unitKind);

        save(
                id,
                Section.TASKS,
                p -> p.withTasks(List.of(withItem(p.tasks().get(0), "CJ-01").by("village"))));
        assertThat(campaigns.plan(id).plan().tasks()).singleElement().returns("village", PlanTask::unitKind);
    }

    @Test
    void aPlanWhoseVillageTaskNamesNoItemIsNotSubmitted_art43OfTheCommitteeLaws() {
        Plan plan = samples.minzhong();
        Plan without =
                plan.withTasks(plan.tasks().stream().map(t -> withItem(t, null)).toList());
        UUID id = campaigns.open("x", without, null, false, Town.DRAFTER, Town.OFFICER);
        assertThatThrownBy(() -> campaigns.submit(id))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .hasSize(7)
                                .allMatch(r -> r.key().equals("campaign.problem.task.duty")));
    }

    @Test
    void anItemThatIsNotInTheListIsNoItem() {
        Plan plan = samples.minzhong();
        UUID id = campaigns.open(
                "x",
                plan.withTasks(List.of(withItem(plan.tasks().get(0), "CJ-99"))),
                null,
                false,
                Town.DRAFTER,
                Town.OFFICER);
        assertThat(campaigns.problems(id))
                .extracting(PlanRules.Problem::key)
                .containsExactly("campaign.problem.task.duty");
    }

    @Test
    void anEmptyPlanSaysWhatIsMissing() {
        UUID id = campaigns.open("x", Plan.EMPTY, null, false, Town.DRAFTER, Town.OFFICER);
        assertThat(campaigns.problems(id))
                .extracting(PlanRules.Problem::section)
                .contains(Section.BASIS, Section.AIMS, Section.GROUP, Section.TASKS, Section.STAGES, Section.FUNDS)
                .doesNotContain(Section.LIBRARY);
    }

    @Test
    void twoPeopleWriteDifferentSectionsAtOnceButNotTheSame() {
        UUID id = sample();
        String aims = seen(id, Section.AIMS);
        String library = seen(id, Section.LIBRARY);
        drafts.save(id, Section.AIMS, aims, p -> p.withAims(List.of("一")), Town.DRAFTER);
        drafts.save(id, Section.LIBRARY, library, p -> p.with(new Plan.Library(List.of(), "卡", List.of())), Town.CHIEF);
        assertThatThrownBy(() -> drafts.save(id, Section.AIMS, aims, p -> p.withAims(List.of("二")), Town.CHIEF))
                .isInstanceOf(SectionChanged.class);
        assertThat(campaigns.plan(id).plan().aims()).containsExactly("一");
    }

    @Test
    void sendingTheSameTextTwiceIsNoConflict() {
        UUID id = sample();
        String seen = seen(id, Section.AIMS);
        drafts.save(id, Section.AIMS, seen, p -> p.withAims(List.of("一")), Town.DRAFTER);
        drafts.save(id, Section.AIMS, seen, p -> p.withAims(List.of("一")), Town.DRAFTER);
        assertThat(campaigns.plan(id).plan().aims()).containsExactly("一");
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
    void aForbiddenWordIsRefusedWhereverItStands() {
        UUID id = sample();
        Plan plan = campaigns.plan(id).plan();
        assertThatThrownBy(() -> save(
                        id,
                        Section.TASKS,
                        p -> p.withTasks(List.of(named(p.tasks().get(0), "双查")))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reasons().get(0).arguments()).containsExactly("双查"));
        assertThatThrownBy(() -> save(id, Section.FUNDS, p -> p.with(Section.FUNDS, new Plan.Have("双查经费", true))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> campaigns.rename(id, "双查行动")).isInstanceOf(Refused.class);
        assertThat(campaigns.plan(id).plan()).isEqualTo(plan);
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
        assertThat(campaigns.plan(id))
                .returns(2, PlanStore.Version::no)
                .returns(Map.of(Section.FUNDS, "写明金额"), PlanStore.Version::returned);
        assertThat(jdbc.sql(
                                "select plan -> 'haves' -> 'FUNDS' ->> 'text' from campaign_plan where campaign = ? and version = 1")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("活动经费");

        campaigns.submit(id);
        assertThat(campaigns.plan(id).returned()).isEmpty();
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
        Plan again = CampaignSamples.again(campaigns.plan(old).plan(), LocalDate.of(2026, 11, 21));
        UUID id = campaigns.open("2026服务活动", again, old, true, Town.DRAFTER, Town.OFFICER);
        assertThat(campaigns.get(id)).returns(old, Campaign::copiedFrom).returns(true, Campaign::practice);
        assertThat(campaigns.plan(id).plan().stages())
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
    void theLedgerCountsMinutesOnlyForWhatAVillageStatesItself() {
        Plan plan = samples.minzhong();
        List<Measures.Measure> known = List.of(new Measures.Measure("lecture", "讲座", "场"));
        assertThat(BurdenLedger.of(plan.tasks(), known))
                .returns(15, BurdenLedger::minutes)
                .returns(5 + 1, BurdenLedger::counted);
        PlanTask asked = named(plan.tasks().get(0), "健康讲座").counting(null);
        assertThat(BurdenLedger.of(List.of(asked), known).offers())
                .singleElement()
                .returns("lecture", BurdenLedger.Offer::measure);
    }

    @Test
    void aListIsReplacedFromADayAndTheOldOneStaysReadable() {
        DutyItems duties = new DutyItems(jdbc);
        LocalDate from = LocalDate.of(2026, 1, 1);
        duties.replace("village", from, List.of(new DutyItems.Item("village", "A-1", "协助事项", "某法第一条", "本地清单", from)));
        assertThat(duties.valid("village", from))
                .extracting(DutyItems.Item::code)
                .containsExactly("A-1");
        assertThat(duties.find("village", "CJ-01", from.minusDays(1))).isPresent();
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

    private static PlanTask withItem(PlanTask t, String item) {
        return new PlanTask(
                t.name(),
                t.text(),
                t.lead(),
                t.assisting(),
                t.stage(),
                t.unitKind(),
                t.form(),
                t.minimum(),
                t.unitOfMeasure(),
                t.measure(),
                t.due(),
                item,
                t.basis(),
                t.minutes(),
                t.notice());
    }

    private static PlanTask named(PlanTask t, String name) {
        return new PlanTask(
                name,
                t.text(),
                t.lead(),
                t.assisting(),
                t.stage(),
                t.unitKind(),
                t.form(),
                t.minimum(),
                t.unitOfMeasure(),
                t.measure(),
                t.due(),
                t.dutyItem(),
                t.basis(),
                t.minutes(),
                t.notice());
    }
}
