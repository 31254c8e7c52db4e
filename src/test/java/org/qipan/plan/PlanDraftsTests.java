package org.qipan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.qipan.campaign.CampaignPages;
import org.qipan.campaign.CampaignWorld;
import org.qipan.campaign.Town;
import org.qipan.plan.PlanDrafts.SectionChanged;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=none")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = CampaignWorld.class)
@Import(TestDatabase.Connection.class)
class PlanDraftsTests {

    @Autowired
    private CampaignPages campaigns;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanPen pen;

    @Autowired
    private PlanDrafts drafts;

    @Autowired
    private PlanSamples samples;

    @Autowired
    private JdbcClient jdbc;

    private void save(UUID id, Section section, UnaryOperator<Plan> change) {
        pen.write(id, section, change, Town.DRAFTER);
    }

    @Test
    void aPlanComesBackFromTheDatabaseAsItWasWritten() {
        assertThat(plans.latest(campaigns.sample()).plan()).isEqualTo(samples.minzhong());
    }

    @Test
    void aPlanStoredBeforeFilesCouldBeAttachedIsReadAsOneWithoutAny() {
        UUID id = campaigns.sample();
        Plan plan = plans.latest(id).plan();
        jdbc.sql("update campaign_plan set plan = plan #- '{library,files}' where campaign = ?")
                .param(id)
                .update();
        assertThat(plans.latest(id).plan()).isEqualTo(plan);
        assertThat(plan.library().files()).isEmpty();
    }

    @Test
    void theSampleOf2018IsCompleteAlthoughItsFirstStageBeganBeforeTheDayOfApprovalAndStagesOverlap() {
        UUID id = campaigns.sample();
        Plan plan = plans.latest(id).plan();
        assertThat(plan.stages().get(0).opens().first()).isBefore(LocalDate.of(2018, 6, 6));
        assertThat(plan.stages().get(1).opens().first())
                .isBeforeOrEqualTo(plan.stages().get(0).closes().last());
        assertThat(drafts.problems(id)).isEmpty();
    }

    @Test
    void aTaskForAVillageWithoutAnItemStaysWithTheTown_art43OfTheCommitteeLaws() {
        UUID id = campaigns.sample();
        save(
                id,
                Section.TASKS,
                p -> p.withTasks(List.of(ChangedTask.listed(p.tasks().get(0), null))));
        assertThat(plans.latest(id).plan().tasks()).singleElement().returns("township", PlanTask::unitKind);

        save(
                id,
                Section.TASKS,
                p -> p.withTasks(
                        List.of(ChangedTask.listed(p.tasks().get(0), "CJ-01").by("village"))));
        assertThat(plans.latest(id).plan().tasks()).singleElement().returns("village", PlanTask::unitKind);
    }

    @Test
    void anItemThatIsNotInTheListIsNoItem() {
        Plan plan = samples.minzhong();
        UUID id = campaigns.open(
                plan.withTasks(List.of(ChangedTask.listed(plan.tasks().get(0), "CJ-99"))));
        assertThat(drafts.problems(id)).extracting(PlanRules.Problem::key).containsExactly("plan.problem.task.duty");
    }

    @Test
    void anEmptyPlanSaysWhatIsMissing() {
        UUID id = campaigns.open(Plan.EMPTY);
        assertThat(drafts.problems(id))
                .extracting(PlanRules.Problem::section)
                .contains(Section.BASIS, Section.AIMS, Section.GROUP, Section.TASKS, Section.STAGES, Section.FUNDS)
                .doesNotContain(Section.LIBRARY);
    }

    @Test
    void twoPeopleWriteDifferentSectionsAtOnceButNotTheSame() {
        UUID id = campaigns.sample();
        String aims = pen.seen(id, Section.AIMS);
        String library = pen.seen(id, Section.LIBRARY);
        drafts.save(id, Section.AIMS, aims, p -> p.withAims(List.of("一")), Town.DRAFTER);
        drafts.save(
                id,
                Section.LIBRARY,
                library,
                p -> p.with(new Plan.Library(List.of(), "卡", List.of(), List.of())),
                Town.CHIEF);
        assertThatThrownBy(() -> drafts.save(id, Section.AIMS, aims, p -> p.withAims(List.of("二")), Town.CHIEF))
                .isInstanceOf(SectionChanged.class);
        assertThat(plans.latest(id).plan().aims()).containsExactly("一");
    }

    @Test
    void sendingTheSameTextTwiceIsNoConflict() {
        UUID id = campaigns.sample();
        String seen = pen.seen(id, Section.AIMS);
        drafts.save(id, Section.AIMS, seen, p -> p.withAims(List.of("一")), Town.DRAFTER);
        drafts.save(id, Section.AIMS, seen, p -> p.withAims(List.of("一")), Town.DRAFTER);
        assertThat(plans.latest(id).plan().aims()).containsExactly("一");
    }

    @Test
    void aForbiddenWordIsRefusedWhereverItStands() {
        UUID id = campaigns.sample();
        Plan plan = plans.latest(id).plan();
        assertThatThrownBy(() -> save(
                        id,
                        Section.TASKS,
                        p -> p.withTasks(List.of(ChangedTask.named(p.tasks().get(0), "双查")))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.reasons().get(0).arguments()).containsExactly("双查"));
        assertThatThrownBy(() -> save(id, Section.FUNDS, p -> p.with(Section.FUNDS, new Plan.Have("双查经费", true))))
                .isInstanceOf(Refused.class);
        assertThat(plans.latest(id).plan()).isEqualTo(plan);
    }

    @Test
    void theLedgerCountsMinutesOnlyForWhatAVillageStatesItself() {
        Plan plan = samples.minzhong();
        List<Measures.Measure> known = List.of(new Measures.Measure("lecture", "讲座", "场"));
        assertThat(BurdenLedger.of(plan.tasks(), known))
                .returns(15, BurdenLedger::minutes)
                .returns(5 + 1, BurdenLedger::counted);
        PlanTask asked = ChangedTask.named(plan.tasks().get(0), "健康讲座").counting(null);
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
}
