package org.qipan.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.QipanApplication;
import org.qipan.SignedIn;
import org.qipan.StoryClock;
import org.qipan.TestDatabase;
import org.qipan.board.Board.Row;
import org.qipan.board.Board.Stuck;
import org.qipan.campaign.Demo;
import org.qipan.campaign.DemoCampaign;
import org.qipan.campaign.DemoPeople;
import org.qipan.campaign.DemoVerbs;
import org.qipan.campaign.DemoVillages;
import org.qipan.casefile.CaseEvent;
import org.qipan.casefile.CaseFiles;
import org.qipan.directory.Staff;
import org.qipan.file.FileAccess;
import org.qipan.workflow.EngineContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.context.WebApplicationContext;

/** The whole product, told a campaign by the people who do it: what the demo shows is what the board counts. */
@SpringBootTest(
        classes = {QipanApplication.class, TestDatabase.Connection.class, Demo.class},
        properties = {EngineContext.NO_JOBS, "qipan.local=true"})
class DemoTests {

    private static final int VISITS = 0;

    @Autowired
    private DemoCampaign demo;

    @Autowired
    private DemoPeople people;

    @Autowired
    private StoryClock clock;

    @Autowired
    private Boards boards;

    @Autowired
    private CaseFiles files;

    @Autowired
    private FileAccess campaignFiles;

    @Autowired
    private OnePageController onePage;

    @Autowired
    private JdbcClient jdbc;

    private UUID campaign;

    @BeforeAll
    static void load(@Autowired DemoCampaign demo) {
        demo.load(line -> {});
    }

    @BeforeEach
    void find() {
        campaign = id("民众街道" + LocalDate.now(clock).getYear() + "年新市民集中服务活动");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        as(people.in(DemoVerbs.LEADER));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        LocaleContextHolder.resetLocaleContext();
    }

    private static void as(Staff staff) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        staff.id().toString(),
                        "",
                        AuthorityUtils.createAuthorityList(staff.posts().stream()
                                .map(post -> "ROLE_" + post.role())
                                .toList())));
    }

    private UUID id(String name) {
        return jdbc.sql("select id from campaign where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private <T> T value(String sql, Class<T> type, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(type).single();
    }

    @Test
    void theDiagramNamesItsStepsInTheLanguageOfTheReader(@Autowired WebApplicationContext context) {
        SignedIn pages = new SignedIn(context);
        Staff leader = people.in(DemoVerbs.LEADER);
        String url = "/campaigns/" + campaign + "/board/diagram?lang=";
        assertThat(pages.page(leader, url + "en"))
                .contains("Draw up the plan", "Work on the checklist")
                .doesNotContain("编制方案", "办理清单");
        assertThat(pages.page(leader, url + "zh-CN")).contains("编制方案", "办理清单");
    }

    @Test
    void isLoadedOnce() {
        assertThat(demo.load(line -> {})).isFalse();
        assertThat(value("select count(*) from campaign where id = ?", Integer.class, campaign))
                .isEqualTo(1);
    }

    @Test
    void isInTheMiddleOfItsSecondStage() {
        assertThat(boards.of(campaign, null).stages())
                .extracting(stage -> stage.name() + " " + stage.state() + " " + stage.done() + "/" + stage.expected())
                .containsExactly("宣传发动 CLOSED 20/20", "走访服务 OPEN 13/23", "评估总结 PLANNED 0/0");
    }

    @Test
    void showsEachVillageAsFarAsItHasCome() {
        Board board = boards.of(campaign, 2);
        assertThat(board.rows()).extracting(Row::unit).containsAll(DemoVillages.all());
        assertThat(row(board, DemoVillages.DONE.get(0)).cells().get(VISITS))
                .isEqualTo(new Board.Cell(Standing.DONE, "完成", "22/20"));
        assertThat(row(board, DemoVillages.OVERDUE.get(0)).cells().get(VISITS))
                .as("counted although nobody has touched the checklist")
                .extracting(Board.Cell::standing, Board.Cell::number)
                .containsExactly(Standing.OVERDUE, "12/20");
        assertThat(row(board, DemoVillages.RETURNED).cells())
                .filteredOn(cell -> cell.standing() == Standing.RETURNED_LATE || cell.standing() == Standing.RETURNED)
                .hasSize(2);
    }

    private static Row row(Board board, String unit) {
        return board.rows().stream()
                .filter(row -> row.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhoTheStageWaitsForByPost() {
        List<Stuck> stuck = boards.of(campaign, 2).stuck();
        List<String> waiting = new ArrayList<>(DemoVillages.REVIEW);
        waiting.add(DemoVillages.RETURNED);
        waiting.addAll(DemoVillages.OVERDUE);
        waiting.add(DemoVillages.HEAD_OVERDUE);
        waiting.addAll(DemoVillages.WORKING);
        waiting.add(DemoVerbs.TOWN + "-10");
        assertThat(stuck).extracting(Stuck::unit).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(of(stuck, DemoVillages.HEAD_OVERDUE).post()).contains("主要负责人");
        assertThat(of(stuck, DemoVillages.HEAD_OVERDUE).missing()).contains("走访服务 17/20");
        assertThat(of(stuck, DemoVillages.OVERDUE.get(0)).post()).contains("工作人员");
        assertThat(of(stuck, DemoVillages.OVERDUE.get(0)).late()).isEqualTo(4);
        assertThat(of(stuck, DemoVillages.REVIEW.get(0)).post()).contains("民众街道", "经办人员");
        assertThat(stuck).noneMatch(Stuck::vacant);
    }

    private static Stuck of(List<Stuck> stuck, String unit) {
        return stuck.stream().filter(one -> one.unit().equals(unit)).findFirst().orElseThrow();
    }

    @Test
    void asksTheLeaderForNothingWhileTheStageIsNotRipe() {
        ConcurrentModel model = new ConcurrentModel();
        onePage.show(model);
        assertThat(model.getAttribute("page")).isInstanceOfSatisfying(OnePageController.View.class, page -> {
            assertThat(page.decide()).isEmpty();
            assertThat(page.stuck()).hasSize(4);
        });
    }

    @Test
    void namesTheUnitInWhatIsToBeReviewed() {
        assertThat(jdbc.sql(
                                "select subject from work_item where state = 'open' and key = 'Task_ReviewUnit' and case_id = ?")
                        .param(campaign)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("民平村 · 走访服务", "义仓村 · 走访服务");
    }

    @Test
    void countsWhatWasRecordedAndNothingElse() {
        BigDecimal rooms = value(
                "select sum(quantity) from work_record where campaign = ? and kind = 'visit-rental'",
                BigDecimal.class,
                campaign);
        BigDecimal shown = boards.of(campaign, 2).rows().stream()
                .filter(row -> DemoVillages.all().contains(row.unit()))
                .map(row -> new BigDecimal(row.cells().get(VISITS).number().split("/")[0]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(shown).isEqualByComparingTo(rooms);
        assertThat(value(
                        "select count(*) from work_record where aggregate_only and (grid is not null or note is not null)",
                        Integer.class))
                .isZero();
    }

    @Test
    void leavesNoCounterAndNoItemBehind() {
        assertThat(value(
                        "select count(*) from unit_stage u where u.open_lower <> (select count(*) from unit_stage c where c.upper = u.id and c.state = 'open')",
                        Integer.class))
                .isZero();
        List<String> items = jdbc.sql("select task from work_item where state = 'open' order by task")
                .query(String.class)
                .list();
        assertThat(items)
                .isNotEmpty()
                .isEqualTo(jdbc.sql("select id_ from act_ru_task order by id_")
                        .query(String.class)
                        .list());
    }

    @Test
    void givesTheIssuedPlanItsNumberAndThePracticeNone() {
        String number = files.get(campaign).number();
        assertThat(number).matches("民众〔\\d{4}〕1号");
        assertThat(jdbc.sql("select distinct number from work_item where case_id = ? and state = 'open'")
                        .param(campaign)
                        .query(String.class)
                        .list())
                .containsExactly(number);
        UUID practice = id("宣传发动流程演练");
        assertThat(files.get(practice).number()).isNull();
        assertThat(value("select state from campaign where id = ?", String.class, practice))
                .isEqualTo("CANCELLED");
    }

    @Test
    void tellsAllOfItInThePast() {
        Map<String, Object> span = jdbc.sql(
                        "select max(at) < now() as past, count(*) as n from case_event where case_id = ?")
                .param(campaign)
                .query()
                .singleRow();
        assertThat(span).containsEntry("past", true);
        assertThat(files.timeline(campaign)).extracting(CaseEvent::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(Stream.of("case_file", "work_record", "work_act", "work_copy", "urge")
                        .filter(table -> value("select count(*) from " + table, Integer.class) == 0))
                .isEmpty();
    }

    @Test
    void whoeverSeesACampaignMayReadItsFilesAndNobodyElse() {
        UUID file = UUID.randomUUID();
        UUID draft = id("民众街道" + (LocalDate.now(clock).getYear() + 1) + "年春节新市民服务活动");
        Staff village = people.in("village-worker", DemoVillages.RETURNED);
        assertThat(campaignFiles.mayRead(campaign, file, village)).isTrue();
        assertThat(campaignFiles.mayRead(campaign, file, people.in("district-officer", "350212000000")))
                .isFalse();
        assertThat(campaignFiles.mayRead(draft, file, people.in(DemoVerbs.OFFICER)))
                .isTrue();
        assertThat(campaignFiles.mayRead(draft, file, village)).isFalse();
        assertThat(campaignFiles.mayRead(UUID.randomUUID(), file, people.in(DemoVerbs.OFFICER)))
                .isFalse();
    }
}
