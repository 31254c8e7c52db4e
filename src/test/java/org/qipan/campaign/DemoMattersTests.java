package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.QipanApplication;
import org.qipan.SignedIn;
import org.qipan.StoryClock;
import org.qipan.TestDatabase;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Staff;
import org.qipan.progress.Tracked;
import org.qipan.receipt.DemoReceipts;
import org.qipan.receipt.Receipt;
import org.qipan.receipt.Receipts;
import org.qipan.workflow.EngineContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** The petition matters of the demo: whoever signs in for the first time finds each page alive. */
@SpringBootTest(
        classes = {QipanApplication.class, TestDatabase.Connection.class, Demo.class},
        properties = {EngineContext.NO_JOBS, "qipan.local=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoMattersTests {

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private StoryClock clock;

    private SignedIn pages;

    @BeforeAll
    void load(@Autowired DemoCampaign demo, @Autowired WebApplicationContext context) {
        demo.load(line -> {});
        people.arrive();
        pages = new SignedIn(context);
    }

    private List<String> all(String column) {
        return jdbc.sql("select distinct " + column + " from complaint where " + column + " is not null")
                .query(String.class)
                .list();
    }

    @Test
    void comeByEveryChannelAndHaveGoneEachWayAsFarAsItGoes() {
        assertThat(all("channel"))
                .containsExactlyInAnyOrder(
                        "web", "counter", "phone", "letter", "box", "visit", "mail", "hotline", "national");
        assertThat(all("mode")).containsExactlyInAnyOrder("named", "confidential", "anonymous");
        assertThat(all("kind")).containsExactlyInAnyOrder("inquiry", "help", "suggestion", "complaint", "report");
        assertThat(all("route"))
                .contains(
                        "petition",
                        "duty",
                        "suggestion",
                        "simple",
                        "litigation",
                        "arbitration",
                        "administrative",
                        "sealed",
                        "entrusted",
                        "forwarded");
        assertThat(all("state"))
                .contains(
                        "received",
                        "forwarded",
                        "handling",
                        "signing",
                        "serving",
                        "carrying",
                        "checking",
                        "closed",
                        "withdrawn",
                        "merged");
        assertThat(jdbc.sql("select count(*) from complaint")
                        .query(Integer.class)
                        .single())
                .isBetween(60, 100);
    }

    /** What is on these pages beside their frame. */
    @ParameterizedTest
    @CsvSource({
        "complaint-officer.442000007000, /complaints, 新收信访事项",
        "complaint-officer.442000007000, /complaints/supervision, 挂牌",
        "complaint-officer.442000007000, /complaints/receptions, 街道群众来访接待室",
        "complaint-officer.442000007000, /complaints/advice, 改进工作",
        "complaint-officer.442000007000, /complaints/standing, 施工挖断水管的赔偿",
        "complaint-officer.442000007000, /complaints/mail, 待处理（2）",
        "complaint-officer.442000007000, /worklist, 回访",
        "complaint-officer.442000000000, /complaints, 紧急：有人要求信访人撤回",
        "city-officer.442000000000, /worklist, 审查",
        "township-leader.442000007000, /worklist, 审签",
        "department-officer.442000007000-01, /worklist, 承办",
        "province-officer.440000000000, /worklist, 审查",
        "city-leader.442000000000, /complaints, 五金加工间夜间噪声",
    })
    void arePagesThatAreAlive(String username, String url, String words) {
        assertThat(pages.page(person(username), url)).contains(words);
    }

    /** In January most of it lies in the year before. */
    @Test
    void haveFiguresOfTheYearTheyCameIn() {
        int year = LocalDate.now(clock).minusDays(45).getYear();
        String page = pages.page(person("township-leader.442000007000"), "/complaints/statistics?year=" + year);
        assertThat(page).contains("住房与出租房屋", "市政设施与交通");
    }

    private Staff person(String username) {
        String[] parts = username.split("\\.");
        return people.in(parts[0], parts[1]);
    }

    @Test
    void theReceiptsOfTheReadmeOpenAMatterThatWasAnsweredAndOneThatIsHandled() throws IOException {
        String chinese = Files.readString(Path.of("README.zh-CN.md"));
        String english = Files.readString(Path.of("README.md"));
        for (String name : List.of(DemoMatters.ANSWERED, DemoOversight.RUNNING)) {
            Receipt receipt = DemoReceipts.of(name);
            assertThat(chinese).contains(String.join(" ", receipt.words()), receipt.pin());
            assertThat(english).contains(receipt.code(), receipt.pin());
            assertThat(receipts.find(String.join(" ", receipt.words()), receipt.pin()))
                    .isPresent();
        }
        assertThat(tracked(DemoMatters.ANSWERED).letters())
                .extracting(Tracked.Letter::kind)
                .contains("complaint.paper.opinion");
        assertThat(tracked(DemoMatters.ANSWERED).nextRight()).isNotNull();
        assertThat(tracked(DemoOversight.RUNNING).messages()).hasSize(2);
    }

    private Tracked tracked(String name) {
        Receipt receipt = DemoReceipts.of(name);
        UUID id = receipts.find(receipt.code(), receipt.pin()).orElseThrow();
        return petitioner.of(id);
    }

    @Test
    void areLookedAtAgainUpToTheProvince() {
        assertThat(jdbc.sql("select level || ' ' || state from complaint_review order by asked")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(4)
                .contains("2 closed", "2 examining", "1 examining");
    }
}
