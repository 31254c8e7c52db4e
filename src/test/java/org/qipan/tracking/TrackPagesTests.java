package org.qipan.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.Resident;
import org.qipan.campaign.DemoPeople;
import org.qipan.complaint.Bundles;
import org.qipan.complaint.Complaints;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.receipt.Receipt;
import org.qipan.receipt.Receipts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** 查进度 as a resident has it. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackPagesTests {

    private static final String URL = "/track";
    private static final String NOTHING = "凭证或密码不符";

    private final AtomicInteger network = new AtomicInteger();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Complaints complaints;

    @Autowired
    private Bundles bundles;

    @Autowired
    private Receipts receipts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DemoPeople people;

    private UUID id;
    private Receipt receipt;

    @BeforeAll
    void everybodyIsThere() {
        people.arrive();
    }

    @org.junit.jupiter.api.BeforeEach
    void somethingWasFiled() {
        id = complaints.file(
                new Filing(
                        Channel.WEB,
                        Mode.ANONYMOUS,
                        "路灯坏了三个月。",
                        "442000007201",
                        null,
                        null,
                        List.of(),
                        null,
                        Contact.NONE,
                        true,
                        List.of(),
                        null,
                        null,
                        1),
                null,
                null);
        receipt = receipts.issue(id);
    }

    private Resident somebody() {
        return new Resident(context, "203.0." + network.incrementAndGet() + ".9");
    }

    private Resident inside() {
        Resident resident = somebody();
        resident.opens(URL);
        assertThat(resident.sends(URL, "receipt", String.join(" ", receipt.words()), "pin", receipt.pin()))
                .contains("您反映的事");
        return resident;
    }

    private String state() {
        return jdbc.sql("select state from complaint where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void showsEachLegalStepWithItsDayItsPostAndItsArticle() {
        Resident resident = somebody();
        assertThat(resident.opens(URL)).contains("八个词", "查询密码", "noindex");
        assertThat(resident.sends(URL, "receipt", receipt.code(), "pin", receipt.pin()))
                .contains("已收到", "登记和分类", "最后一天", "民众街道", "第二十二条", "aria-current=\"step\"", "还没有留言")
                .doesNotContain(receipt.code(), receipt.pin(), "路灯坏了");
        assertThat(resident.answer().getHeader("Cache-Control")).contains("no-store");
        assertThat(resident.opens(URL)).as("it stays open for a while").contains("登记和分类");
    }

    @Test
    void everyWrongReceiptGetsTheSamePage() {
        Receipt foreign = receipts.issue(UUID.randomUUID());
        String wrongPin = receipt.pin().equals("000000") ? "000001" : "000000";
        List<String> pages = java.util.stream.Stream.of(
                        List.of(receipt.code(), wrongPin),
                        List.of(foreign.code(), wrongPin.equals(foreign.pin()) ? "999999" : wrongPin),
                        List.of("0000-0000-0000-00000", receipt.pin()),
                        List.of("没有这样的词", ""),
                        List.of("", ""))
                .map(typed -> {
                    Resident resident = somebody();
                    resident.opens(URL);
                    String page = resident.sends(URL, "receipt", typed.get(0), "pin", typed.get(1));
                    assertThat(resident.answer().getStatus()).isEqualTo(200);
                    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
                })
                .distinct()
                .toList();
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains(NOTHING);
    }

    @Test
    void triesOfOneReceiptAndOfOneNetworkAreCounted() {
        for (int i = 0; i < 5; i++) {
            Resident resident = somebody();
            resident.opens(URL);
            assertThat(resident.sends(URL, "receipt", receipt.code(), "pin", "1"))
                    .contains(NOTHING);
        }
        Resident late = somebody();
        late.opens(URL);
        assertThat(late.sends(URL, "receipt", String.join("、", receipt.words()), "pin", receipt.pin()))
                .contains("查询的次数太多");
        assertThat(late.answer().getStatus()).isEqualTo(429);
        assertThat(late.answer().getHeader("Retry-After")).isNotNull();

        Resident busy = somebody();
        busy.opens(URL);
        for (int i = 0; i < 10; i++) {
            assertThat(busy.sends(URL, "receipt", "nothing " + i, "pin", "1")).contains(NOTHING);
        }
        busy.sends(URL, "receipt", "nothing", "pin", "1");
        assertThat(busy.answer().getStatus()).isEqualTo(429);
    }

    @Test
    void saysSomethingOnceHoweverOftenItIsSent() {
        Resident resident = inside();
        String page = resident.opens(URL);
        assertThat(resident.sends("/track/messages", "text", "补充：就在村口。")).contains("留言已经发出", "补充：就在村口。");
        resident.returns(page);
        assertThat(resident.sends("/track/messages", "text", "补充：就在村口。")).containsOnlyOnce("补充：就在村口。");
        resident.returns(page);
        assertThat(resident.sends("/track/messages", "text", "别的话")).contains("已经提交过别的内容", "别的话");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
        assertThat(resident.sends("/track/messages", "text", " ")).contains("请填写");
    }

    @Test
    void withdrawsOnlyByHisOwnWish() {
        Resident resident = inside();
        assertThat(resident.sends("/track/withdrawal", "text", "已经修好了"))
                .contains("请先勾选", "已经修好了", "<details open=\"open\"");
        assertThat(state()).isEqualTo("received");
        assertThat(resident.sends("/track/withdrawal", "text", "已经修好了", "own", "yes"))
                .contains("已经撤回")
                .doesNotContain("我要撤回这件事");
        assertThat(state()).isEqualTo("withdrawn");
    }

    /** Art. 35: asked for where he reads of it, and refused by its article where there is nothing to ask for. */
    @Test
    void asksForAReExaminationOfAServedOpinion() {
        Resident resident = inside();
        assertThat(resident.opens(URL)).doesNotContain("/track/review");
        answered(id);
        String page = resident.opens(URL);
        assertThat(page).contains("可以请求复查", "/track/review");
        assertThat(resident.sends("/track/review", "text", " ")).contains("请填写");
        assertThat(resident.sends("/track/review", "text", "没有看租约。"))
                .contains("请求已经提出", "复查（30 日）")
                .doesNotContain("可以请求复查", "没有看租约");
        resident.returns(page);
        assertThat(resident.sends("/track/review", "text", "再请求一次。")).contains("正在进行", "第三十五条");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
    }

    /** Art. 35: each matter of a letter that was split has its own course, its own answer and its own rights, by the one receipt. */
    @Test
    void readsAndAnswersEachMatterOfASplitLetter() {
        UUID part = bundles.split(id, 1, people.in("complaint-officer", "442000007000"))
                .get(0);
        Resident resident = inside();
        assertThat(resident.opens(URL)).contains("同一封信里的另一件");
        String number = "part-" + part;
        jdbc.sql("update case_file set number = ? where id = ?")
                .params(number, part)
                .update();
        answered(part);
        assertThat(resident.opens(URL)).contains(number, "不予支持。", "可以请求复查").doesNotContain("/track/review/withdrawal");
        assertThat(resident.sends("/track/review", "part", number, "text", "没有看租约。"))
                .contains("/track/review/withdrawal");
        assertThat(resident.sends("/track/review/withdrawal", "part", number)).contains("请求已经撤回");
        assertThat(resident.sends("/track/rating", "part", number, "text", "太慢"))
                .contains("请选一项", "太慢", "rating-" + number + "-error")
                .doesNotContain("rating-error");
        assertThat(resident.sends("/track/rating", "part", number, "grade", "4"))
                .contains("评价已经记下");
        assertThat(jdbc.sql("select grade from complaint where id = ?")
                        .param(part)
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        resident.sends("/track/withdrawal", "part", "of somebody else", "own", "yes");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
        assertThat(state()).as("nothing but what was meant").isEqualTo("received");
    }

    /** Art. 35, 公务员法 art. 77: what may be asked for and taken back in one matter of a letter may be so in each of them. */
    @Test
    void asksAndTakesBackInEachMatterOfASplitLetter() {
        UUID part = bundles.split(id, 1, people.in("complaint-officer", "442000007000"))
                .get(0);
        String number = "part-" + part;
        jdbc.sql("update case_file set number = ? where id = ?")
                .params(number, part)
                .update();
        Resident resident = inside();
        assertThat(resident.sends("/track/recusal", "part", number, "text", "他是房东的亲戚"))
                .contains("recusal-" + number + "-whom-error", "他是房东的亲戚")
                .doesNotContain("recusal-whom-error");
        assertThat(resident.sends("/track/recusal", "part", number, "whom", "desk", "text", "他是房东的亲戚"))
                .contains("申请已经提出")
                .containsOnlyOnce("申请受理人员回避，等待决定");
        assertThat(jdbc.sql("select case_id from recusal_request")
                        .query(UUID.class)
                        .list())
                .contains(part)
                .doesNotContain(id);

        answered(part);
        String page = resident.opens(URL);
        assertThat(page).doesNotContain("/track/review/withdrawal");
        assertThat(resident.sends("/track/review", "part", number, "text", "没有看租约。"))
                .contains("请求已经提出")
                .containsOnlyOnce("action=\"/track/review/withdrawal\"");
        page = resident.opens(URL);
        assertThat(resident.sends("/track/review/withdrawal", "part", number))
                .contains("复查、复核请求已经撤回", "可以请求复查")
                .doesNotContain("/track/review/withdrawal");
        resident.returns(page);
        assertThat(resident.sends(
                        "/track/review/withdrawal",
                        "part",
                        number,
                        "idempotencyKey",
                        UUID.randomUUID().toString()))
                .as("said beside it though there is nothing left to take back")
                .contains("id=\"review/withdrawal-" + number + "-error\"");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
    }

    private void answered(UUID id) {
        jdbc.sql(
                        "update complaint set route = 'petition', lead = '442000007201', state = 'closed', closed = received where id = ?")
                .param(id)
                .update();
        jdbc.sql("""
                        insert into complaint_paper (complaint, kind, number, opinion, drafted_by, drafted, signed, how, served)
                        select id, 'opinion', 'test-' || id, '不予支持。', gen_random_uuid(), received, received, 'electronic', current_date
                        from complaint where id = ?""").param(id).update();
    }

    /** 公务员法 art. 77: whoever has an interest in the matter may ask that a civil servant step back. */
    @Test
    void asksThatSomebodyStepBack() {
        Resident resident = inside();
        assertThat(resident.sends("/track/recusal", "text", "他是房东的亲戚"))
                .contains("请选申请谁回避", "他是房东的亲戚")
                .doesNotContain("请填写");
        assertThat(resident.answer().getStatus()).isEqualTo(422);
        assertThat(resident.sends("/track/recusal", "whom", "desk", "text", "他是房东的亲戚"))
                .contains("申请已经提出", "申请受理人员回避，等待决定", "第七十七条", "由 民众街道")
                .doesNotContain("他是房东的亲戚");
        assertThat(resident.sends("/track/recusal", "whom", "desk", "text", "再说一次"))
                .contains("还在等决定", "再说一次");
        assertThat(resident.opens(URL)).as("no review waits").doesNotContain("/track/review/withdrawal");
    }

    @Test
    void whoeverIsPressedTellsTheLevelAbove() {
        Resident resident = inside();
        assertThat(resident.sends("/track/pressed", "text", "有人上门要我撤回。")).contains("已经告诉上一级");
        assertThat(resident.sends("/track/retaliation", "text", "房东要我搬走。")).contains("已经告诉上一级");
        assertThat(jdbc.sql("select count(*) from complaint where urgent and desk = '442000000000'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        assertThat(state()).as("his own matter goes on").isEqualTo("received");
        assertThat(resident.sends("/track/pressed", "text", "")).contains("请填写");
        assertThat(resident.opens(URL))
                .as("it is answered here, under a heading that tells whoever looks over his shoulder nothing")
                .contains("上一级办理的事项")
                .doesNotContain("房东要我搬走。", "同一封信里的另一件");
    }

    @Test
    void ratesWhatWasAnsweredOnce() {
        assertThat(inside().opens(URL)).doesNotContain("/track/rating");
        jdbc.sql("update complaint set state = 'closed', closed = now() where id = ?")
                .param(id)
                .update();
        Resident resident = inside();
        assertThat(resident.sends("/track/rating", "text", "没修好")).contains("请选一项", "没修好");
        assertThat(resident.sends("/track/rating", "grade", "2", "why", "unsolved", "text", "没修好"))
                .contains("评价已经记下")
                .doesNotContain("/track/rating");
        assertThat(jdbc.sql("select grade from complaint where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anotherLanguageKeepsWhatWasTypedAndLooksNothingUp() {
        Resident resident = somebody();
        resident.opens(URL);
        for (int i = 0; i < 6; i++) {
            assertThat(resident.sends(URL, "receipt", receipt.code(), "pin", receipt.pin(), "lang", "en"))
                    .contains("The code, or the eight Chinese words", ">" + receipt.code() + "<", receipt.pin())
                    .doesNotContain("?receipt", "lang=en");
        }
        assertThat(resident.answer().getHeader("Cache-Control")).contains("no-store");
        assertThat(resident.sends(URL, "receipt", receipt.code(), "pin", receipt.pin()))
                .as("asking for a language was no try")
                .contains("您反映的事");
        assertThat(resident.opens(URL + "?lang=en"))
                .as("the matter stays open")
                .contains("Your matter")
                .doesNotContain(receipt.code());
    }

    /** The address of what was just sent answers no link. */
    @Test
    void aRefusedActOffersNoLinkThatWouldLoseIt() {
        Resident resident = inside();
        resident.opens(URL);
        assertThat(resident.sends("/track/withdrawal", "text", "不想再等"))
                .contains("不想再等")
                .doesNotContain("?lang=");
    }

    @Test
    void leavingEndsIt() {
        Resident resident = inside();
        resident.sends("/track/leave");
        assertThat(resident.opens(URL)).contains("八个词").doesNotContain("您反映的事");
    }

    @Test
    void whatWasTypedOutlivesTheQuarterOfAnHour() {
        Resident resident = inside();
        String page = resident.opens(URL);
        resident.forgets();
        resident.returns(page);
        assertThat(resident.sends("/track/messages", "text", "写了很久的话")).contains("超过 15 分钟", "value=\"写了很久的话\"");
        assertThat(resident.sends(URL, "receipt", receipt.code(), "pin", receipt.pin()))
                .contains("还没有提交", ">写了很久的话</textarea>");
    }

    @Test
    void nobodyWithoutTheReceiptDoesAnything() {
        Resident resident = inside();
        String page = resident.opens(URL);
        Resident other = somebody();
        other.opens(URL);
        String token = other.filled(URL).getFirst("_csrf");
        other.returns(page);
        assertThat(other.sends("/track/withdrawal", "_csrf", token, "own", "yes"))
                .contains("八个词");
        other.returns(page);
        other.sends("/track/withdrawal", "own", "yes");
        assertThat(other.answer().getStatus()).as("a foreign token").isEqualTo(403);
        assertThat(state()).isEqualTo("received");
    }
}
