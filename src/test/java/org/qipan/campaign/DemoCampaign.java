package org.qipan.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.qipan.StoryClock;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanDay;
import org.qipan.plan.PlanSamples;
import org.qipan.plan.PlanTask;
import org.qipan.plan.Section;
import org.qipan.problem.DemoProblems;
import org.qipan.report.DemoReports;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demo: Minzhong's campaign in the middle of its second stage, told act by act through the verbs of the product. All of it is one
 * commit, so a demo that was interrupted is none.
 */
public class DemoCampaign {

    private static final String TOWN = DemoVerbs.TOWN;

    private final DemoVerbs verbs;
    private final DemoRecords records;
    private final DemoReports reports;
    private final DemoProblems problems;
    private final DemoMatters matters;
    private final PlanSamples samples;
    private final StoryClock clock;
    private final TransactionTemplate transaction;
    private UUID campaign = new UUID(0, 0);

    DemoCampaign(
            DemoVerbs verbs,
            DemoRecords records,
            DemoReports reports,
            DemoProblems problems,
            DemoMatters matters,
            PlanSamples samples,
            StoryClock clock,
            TransactionTemplate transaction) {
        this.verbs = verbs;
        this.records = records;
        this.reports = reports;
        this.problems = problems;
        this.matters = matters;
        this.samples = samples;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Tells the demo to a database without campaigns. @param say progress, line by line @return false if there was nothing to do */
    public boolean load(Consumer<String> say) {
        boolean any = verbs.jdbc
                .sql("select exists (select from campaign)")
                .query(Boolean.class)
                .single();
        if (any) {
            return false;
        }
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            transaction.executeWithoutResult(status -> tell(say));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
        return true;
    }

    private void tell(Consumer<String> say) {
        long started = System.nanoTime();
        say.accept("Demo: the people of Minzhong arrive");
        verbs.people.arrive();
        LocalDate today = LocalDate.now(clock);
        DemoStory story = new DemoStory(clock, today);
        practice(story);
        plan(story, today);
        story.at(story.day(5, 1), 8, () -> say.accept("Demo: stage 1, nineteen villages"));
        DemoVillages villages = new DemoVillages(story, verbs, records, () -> campaign);
        villages.first();
        town(story, villages);
        story.at(story.day(5, 11), 8, () -> say.accept("Demo: stage 2, day by day"));
        villages.second();
        departments(story, villages);
        asides(story, today.getYear() + 1);
        problems(story);
        matters.in(story, today);
        story.tell();
        say.accept("Demo: loaded in " + (System.nanoTime() - started) / 1_000_000_000 + " s");
    }

    private void plan(DemoStory story, LocalDate today) {
        Plan plan = story.moved(samples.minzhong());
        story.at(
                story.day(4, 16),
                9,
                () -> campaign = verbs.open("民众街道%d年新市民集中服务活动".formatted(today.getYear()), plan, false));
        story.at(story.day(4, 18), 10, () -> verbs.drafted(campaign));
        story.at(story.day(4, 19), 15, () -> verbs.planReturned(campaign, Section.LIBRARY, "标语请再加一条面向青少年的。"));
        story.at(story.day(4, 20), 9, () -> {
            verbs.rewritten(campaign, Section.LIBRARY, old -> {
                List<String> slogans = new java.util.ArrayList<>(old.library().slogans());
                slogans.add("健康少年，同城同行");
                return old.with(new Plan.Library(
                        slogans,
                        old.library().card(),
                        old.library().attachments(),
                        old.library().files()));
            });
            verbs.drafted(campaign);
        });
        story.at(story.day(4, 23), 9, () -> verbs.approved(campaign, "同意，按方案组织实施。"));
        // both stages begin on the first of May: they overlap, as in 2018
        story.at(story.day(5, 1), 9, verbs::goOn);
    }

    private void town(DemoStory story, DemoVillages villages) {
        villages.coming(
                records.only(verbs.officer(), DemoVerbs.OFFICER, story.day(5, 2), story.day(5, 8), "broadcast", 34));
        story.at(story.day(5, 9), 15, () -> {
            verbs.confirmed(campaign, 1, TOWN, verbs.officer());
            verbs.worked(campaign, 1, TOWN, verbs.officer());
        });
        story.at(story.day(5, 10), 9, () -> verbs.submitted(campaign, 1, TOWN, verbs.leader(), "方案、部署、人员、经费、检查均已落实。"));
        story.at(story.day(5, 10), 16, () -> verbs.closed(campaign, 1));
    }

    private void departments(DemoStory story, DemoVillages villages) {
        Post centre = new Post("service-provider", TOWN + "-09");
        villages.coming(records.institution(verbs.people.in(centre), centre, story.day(5, 3), story.day(6, 20)));
        Post newcomers = new Post("department-officer", TOWN + "-03");
        villages.coming(records.only(
                verbs.people.in(newcomers),
                newcomers,
                story.day(5, 10),
                story.day(6, 8),
                "cooperation-interprovincial",
                3));
        for (String unit : List.of(TOWN + "-03", TOWN + "-07")) {
            Staff by = verbs.people.in("department-officer", unit);
            story.at(story.day(6, 11), 10, () -> {
                verbs.confirmed(campaign, 2, unit, by);
                verbs.worked(campaign, 2, unit, by);
                verbs.submitted(campaign, 2, unit, by, "已与来源地互通服务政策。");
            });
            story.at(story.day(6, 12), 10, () -> verbs.accepted(campaign, 2, unit));
        }
    }

    /** What goes on beside the work: copies for reading, a comment, an urge, a package, a circular, the next plan. */
    private void asides(DemoStory story, int next) {
        story.at(story.day(6, 13), 10, () -> {
            long item = verbs.item(campaign, 2, TOWN, CampaignProcess.WORK);
            for (String unit : List.of("-03", "-07", "-09")) {
                verbs.desk.copy(item, verbs.officer(), new Post("department-officer", TOWN + unit), "走访服务中期进展，请阅");
            }
            verbs.desk.copy(item, verbs.officer(), DemoVerbs.LEADER, "走访服务中期进展，请阅");
        });
        story.at(
                story.day(6, 21),
                10,
                () -> verbs.desk.note(
                        verbs.item(campaign, 2, DemoVillages.RETURNED, CampaignProcess.WORK),
                        verbs.officer(),
                        "只需改退回的两项，其他不用重报。"));
        String first = DemoVillages.DONE.get(0);
        story.at(
                story.day(6, 20),
                11,
                () -> reports.received(
                        reports.submitted(campaign, first, verbs.people.in("village-worker", first)), verbs.officer()));
        story.at(
                story.day(6, 20),
                14,
                () -> verbs.open(
                        "民众街道" + next + "年春节新市民服务活动", samples.minzhong(TOWN, LocalDate.of(next, 2, 1)), false));
        story.at(
                story.day(6, 23),
                9,
                () -> verbs.desk.urge(
                        verbs.item(campaign, 2, DemoVillages.OVERDUE.get(0), CampaignProcess.WORK), verbs.leader()));
        story.at(story.day(6, 23), 10, () -> reports.circular(campaign, TOWN, verbs.officer()));
    }

    /** One that was solved, one that the town could not solve, one that has just come. */
    private void problems(DemoStory story) {
        Staff first = verbs.people.in("village-worker", DemoVillages.DONE.get(1));
        UUID[] ids = new UUID[2];
        story.at(
                story.day(6, 12),
                10,
                () -> ids[0] = problems.raise(first, "cooperation", "两个部门要求的登记表不一样", "同一间出租屋，两个部门各要一张表，项目重复。请统一用一张。"));
        story.at(story.day(6, 14), 9, () -> problems.answer(ids[0], verbs.officer(), "已商定：只用街道的表，另一部门从中取数。"));
        story.at(story.day(6, 15), 9, () -> problems.solved(ids[0], first));
        Staff second = verbs.people.in("village-worker", DemoVillages.OVERDUE.get(0));
        story.at(
                story.day(6, 19),
                16,
                () -> ids[1] = problems.raise(second, "resources", "晚间走访人手不够", "住户多在晚上在家，两名工作人员走不完，请协调志愿者。"));
        story.at(story.day(6, 21), 15, () -> problems.passUp(ids[1], verbs.officer(), "街道志愿者已全部排班，请市里协调。"));
        Staff third = verbs.people.in("village-worker", DemoVillages.WORKING.get(0));
        story.at(
                story.day(6, 22),
                11,
                () -> problems.raise(third, "policy", "跨省办证材料清单不清楚", "来源地要求的材料与本地告知书不一致，住户跑了两趟。"));
    }

    /** A practice run of one stage, ended before anything would go out. */
    private void practice(DemoStory story) {
        Plan sample = samples.minzhong();
        PlanTask broadcast = sample.tasks().get(1);
        Plan plan = story.moved(sample.withStages(
                        List.of(new Plan.Stage(
                                "宣传发动",
                                "按方案走一遍流程。",
                                PlanDay.of(LocalDate.of(2018, 4, 2)),
                                PlanDay.of(LocalDate.of(2018, 4, 9)),
                                true)),
                        null)
                .withTasks(List.of(broadcast.counting(null))));
        UUID[] id = new UUID[1];
        story.at(story.day(3, 28), 9, () -> {
            id[0] = verbs.open("宣传发动流程演练", plan, true);
            verbs.drafted(id[0]);
        });
        story.at(story.day(3, 29), 9, () -> verbs.approved(id[0], "同意演练。"));
        story.at(story.day(4, 2), 9, verbs::goOn);
        story.at(story.day(4, 3), 9, () -> {
            verbs.confirmed(id[0], 1, TOWN, verbs.officer());
            verbs.counted(id[0], 1, TOWN, 30, verbs.officer());
            verbs.worked(id[0], 1, TOWN, verbs.officer());
        });
        story.at(story.day(4, 4), 9, () -> verbs.submitted(id[0], 1, TOWN, verbs.leader(), "流程走通。"));
        story.at(story.day(4, 9), 9, () -> verbs.closed(id[0], 1));
        story.at(story.day(4, 9), 10, () -> verbs.cancelled(id[0], "演练完成，流程走通，正式活动另行立项。"));
    }
}
