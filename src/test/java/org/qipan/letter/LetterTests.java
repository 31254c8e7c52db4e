package org.qipan.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.Resident;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.complaint.Complaints;
import org.qipan.complaint.IssuedPaper;
import org.qipan.complaint.IssuedPapers;
import org.qipan.complaint.Matter;
import org.qipan.directory.Staff;
import org.qipan.receipt.Receipt;
import org.qipan.receipt.Receipts;
import org.qipan.review.Reviews;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** Papers of matters as files: what stands on them (信访工作条例 arts. 23, 31 (6), 32, 35, 36), who gets them, and how they are checked. */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterTests {

    private static final List<String> SECRET = List.of("王小兰", "13800001234", "138 0000 1234", "二巷", "管理员说不归他们管");

    private final AtomicInteger network = new AtomicInteger();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Complaints complaints;

    @Autowired
    private IssuedPapers papers;

    @Autowired
    private CheckCodes codes;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Receipts receipts;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn pages;
    private Staff officer;
    private Staff worker;
    private Staff leader;

    @BeforeAll
    void everybodyIsThere() {
        pages = new SignedIn(context);
        people.arrive();
        officer = people.in("complaint-officer", Matter.TOWN);
        worker = people.in("department-officer", Matter.OFFICE);
        leader = people.in("township-leader", Matter.TOWN);
    }

    private void does(UUID ref, String key, Staff by, String... typed) {
        desk.complete(desk.item(ref.toString(), key), by, typed);
    }

    private UUID sorted(String kind, String route) {
        UUID id = complaints.file(Matter.named(), null, null);
        String[] typed = {
            "kind",
            kind,
            "title",
            "租房押金不退",
            "digest",
            "租客反映押金未退。",
            "route",
            route,
            "lead",
            Matter.OFFICE,
            "reason",
            "已受理，由有权单位办理。"
        };
        does(id, "Task_Sort", officer, typed);
        return id;
    }

    private UUID signed() {
        UUID id = sorted("complaint", "petition");
        String[] typed = {
            "decision", "opinion", "verdict", "refuse", "facts", "双方没有书面租约。", "opinion", "不予支持。", "basis", "民法典第七百零七条"
        };
        does(id, "Task_Handle", worker, typed);
        does(id, "Task_Sign", leader, "decision", "signed");
        return id;
    }

    private void serve(UUID ref, Staff by) {
        does(ref, "Task_Serve", by, Matter.served());
    }

    private IssuedPaper paper(UUID id, String kind) {
        return papers.of(id, officer).stream()
                .filter(one -> one.kind().equals(kind))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String url(UUID id, IssuedPaper paper, String ending) {
        return "/complaints/" + id + "/letters/" + paper.id() + ending;
    }

    private byte[] file(Staff by, String url) {
        MockHttpServletResponse answer = pages.ask(by, get(url));
        assertThat(answer.getStatus()).as(url).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment; filename=\"p");
        return answer.getContentAsByteArray();
    }

    /** As people read it: without the breaks of lines. */
    private static String pdf(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String word(byte[] file) {
        try (XWPFWordExtractor reader = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return reader.getText().replaceAll("\\s", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int status(Staff by, String url) {
        return pages.ask(by, get(url)).getStatus();
    }

    /** Arts. 31 (6), 32: request, facts and reasons, opinion, legal basis, and what may be asked next; the petitioner by number alone. */
    @Test
    void anOpinionSaysWhatTheLawAsksAndNotWhoThePetitionerIs() {
        UUID id = signed();
        IssuedPaper opinion = paper(id, "opinion");
        String title = "信访事项处理意见书";
        for (String text :
                List.of(pdf(file(worker, url(id, opinion, ".pdf"))), word(file(officer, url(id, opinion, ".docx"))))) {
            assertThat(text)
                    .contains(opinion.number(), title, "信访人（" + opinion.matter() + "）：", "（印章）")
                    .contains("第三十一条第（六）项", "第三十二条", "三十日内", "第三十五条")
                    .containsSubsequence(
                            "一、信访请求", "租客反映押金未退。", "二、事实和理由", "双方没有书面租约。", "三、处理意见", "不予支持。", "四、法律", "民法典第七百零七条")
                    .contains("校验码" + codes.of(opinion));
            assertThat(text).doesNotContain(SECRET);
        }
        assertThat(pdf(file(worker, url(id, opinion, ".pdf"))))
                .contains("本件由" + worker.name().replaceAll("\\s", ""));
        assertThat(opinion.unit()).isEqualTo(Matter.OFFICE);
        assertThat(jdbc.sql("select count(*) from audit where object_kind = 'complaint-paper' and object_id = ?")
                        .param(Long.toString(opinion.id()))
                        .query(Integer.class)
                        .single())
                .as("each download is recorded")
                .isEqualTo(3);
    }

    /** Art. 23. */
    @Test
    void aNoticeSaysWhereTheMatterWent() {
        UUID id = sorted("complaint", "litigation");
        IssuedPaper notice = paper(id, "notice");
        assertThat(pdf(file(officer, url(id, notice, ".pdf"))))
                .contains("信访事项告知书", "第二十三条", "已受理，由有权单位办理。", "租房押金不退")
                .doesNotContain("一、")
                .doesNotContain(SECRET);
        assertThat(pages.page(officer, "/complaints/" + id)).contains("/complaints/" + id + "/letters");
        assertThat(pages.page(officer, "/complaints/" + id + "/letters"))
                .contains("文书（PDF）", "送达回证（Word）", "不写姓名和住址", "下载有记录", "<span>租房押金不退</span></a>");
    }

    /** 送达回证. */
    @Test
    void theProofOfServiceIsFilledInAsFarAsItIsKnown() {
        UUID id = signed();
        IssuedPaper before = paper(id, "opinion");
        assertThat(word(file(officer, url(id, before, "/proof.docx"))))
                .contains("信访文书送达回证", "受送达人", before.number(), "签名")
                .doesNotContain("电子送达");
        serve(id, officer);
        assertThat(pdf(file(officer, url(id, paper(id, "opinion"), "/proof.pdf"))))
                .contains("电子送达", "同意电子送达", LocalDate.now().getYear() + "年")
                .doesNotContain(SECRET);
    }

    /** Arts. 35, 36. */
    @Test
    void whatIsWrittenOnAReExaminationNamesItsArticle() {
        UUID id = signed();
        serve(id, officer);
        reviews.ask(id, "没有看我交的租约。");
        UUID review = jdbc.sql("select id from complaint_review where complaint = ?")
                .param(id)
                .query(UUID.class)
                .single();
        Staff above = people.in(
                "complaint-officer",
                jdbc.sql("select unit from complaint_review where id = ?")
                        .param(review)
                        .query(String.class)
                        .single());
        does(review, "Task_Receive", above, "decision", "declined", "reason", "同一事项已经受理。");
        IssuedPaper declined = paper(id, "declined");
        assertThat(pdf(file(officer, url(id, declined, ".pdf"))))
                .contains("不予受理", "同一事项已经受理。")
                .doesNotContain("没有看我交的租约");
        jdbc.sql("update complaint_paper set kind = 'review' where id = ?")
                .param(declined.id())
                .update();
        assertThat(pdf(file(officer, url(id, declined, ".pdf")))).contains("复查意见书", "第三十五条", "复核", "第三十六条");
        jdbc.sql("update complaint_paper set kind = 'final' where id = ?")
                .param(declined.id())
                .update();
        assertThat(pdf(file(officer, url(id, declined, ".pdf")))).contains("复核意见书", "第三十六条", "不再受理");

        assertThat(pdf(file(officer, url(id, paper(id, "opinion"), ".pdf"))))
                .as("art. 35")
                .contains("请求作出本意见的单位的上一级机关、单位复查");
        jdbc.sql(
                        "update complaint_review set level = 2, ruling = 'change', state = 'closed', closed = now() where id = ?")
                .param(review)
                .update();
        long anew =
                jdbc.sql("""
                        insert into complaint_paper (complaint, kind, facts, opinion, basis, drafted_by, drafted, number, unit, signed_by, signed)
                        select complaint, kind, facts, opinion, basis, drafted_by, drafted, number || 'x', unit, signed_by, signed
                        from complaint_paper where id = ? returning id""").param(paper(id, "opinion").id()).query(Long.class).single();
        assertThat(pdf(file(officer, "/complaints/" + id + "/letters/" + anew + ".pdf")))
                .as("art. 36: written anew after a final review, it is not looked at again")
                .contains("根据复核意见重新作出", "第三十六条", "不再受理")
                .doesNotContain("上一级机关、单位复查");
    }

    @Test
    void onlyTheDeskAndWhoHandlesItTakePapersAway() {
        UUID id = signed();
        IssuedPaper opinion = paper(id, "opinion");
        String url = url(id, opinion, ".pdf");
        assertThat(status(leader, url)).isEqualTo(200);
        assertThat(status(people.in("department-officer", Matter.OTHER_OFFICE), url))
                .isEqualTo(404);
        assertThat(status(people.in("complaint-officer", Matter.CITY), url))
                .as("sees the matter, and has no part in it")
                .isEqualTo(404);
        UUID other = signed();
        assertThat(status(officer, "/complaints/" + other + "/letters/" + opinion.id() + ".pdf"))
                .as("a paper of another matter")
                .isEqualTo(404);
        jdbc.sql("update complaint set sealed = true, digest = null where id = ?")
                .param(id)
                .update();
        assertThat(status(officer, url)).isEqualTo(200);
        assertThat(Stream.of(worker, leader).map(reader -> status(reader, url)))
                .as("of a sealed matter the desk alone takes papers")
                .containsOnly(404);
    }

    private Resident somebody() {
        return new Resident(context, "198.51." + network.incrementAndGet() + ".7");
    }

    /** Served papers and no others; nothing on his copy tells that it is his. */
    @Test
    void thePetitionerKeepsWhatWasServedOnHim() {
        UUID id = signed();
        Receipt receipt = receipts.issue(id);
        Resident resident = somebody();
        resident.opens("/track");
        String page = resident.sends("/track", "receipt", receipt.code(), "pin", receipt.pin());
        IssuedPaper opinion = paper(id, "opinion");
        assertThat(page).contains("保存为 PDF").doesNotContain(opinion.number());
        resident.sends("/track/letters", "number", opinion.number(), "format", "pdf");
        assertThat(resident.answer().getStatus()).as("signed and not served").isEqualTo(404);
        resident.sends("/track/letters", "number", "民众信复〔2026〕99999号", "format", "pdf");
        assertThat(resident.answer().getStatus()).as("no such paper").isEqualTo(404);

        serve(id, officer);
        String after = resident.opens("/track");
        assertThat(after).contains(opinion.number());
        resident.sends("/track/letters", "number", opinion.number(), "format", "pdf");
        assertThat(resident.answer().getHeader("Content-Disposition")).contains("document.pdf");
        assertThat(pdf(resident.answer().getContentAsByteArray()))
                .contains("不予支持。", "校验码")
                .doesNotContain("本件由")
                .doesNotContain(SECRET);
        resident.returns(after);
        resident.sends("/track/letters", "number", opinion.number(), "format", "docx");
        assertThat(word(resident.answer().getContentAsByteArray())).contains("不予支持。");

        Resident other = somebody();
        UUID own = complaints.file(Matter.named(), null, null);
        Receipt foreign = receipts.issue(own);
        other.opens("/track");
        other.sends("/track", "receipt", foreign.code(), "pin", foreign.pin());
        String token = other.filled("/track/messages").getFirst("_csrf");
        other.returns(after);
        other.sends("/track/letters", "number", opinion.number(), "format", "pdf", "_csrf", token);
        assertThat(other.answer().getStatus()).as("another's paper").isEqualTo(404);
    }

    private String checked(String number, String code) {
        Resident resident = somebody();
        resident.opens("/check");
        return resident.sends("/check", "number", number, "code", code)
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"number\"[^>]*", "");
    }

    @Test
    void whoeverHoldsAPaperLearnsWhetherItIsGenuineAndNothingElse() {
        UUID id = signed();
        IssuedPaper opinion = paper(id, "opinion");
        String code = codes.of(opinion);
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(checked(opinion.number(), code))
                .contains("查验一致", "信访事项处理意见书", LocalDate.now().toString())
                .doesNotContain("租房押金不退", "不予支持", opinion.matter(), id.toString())
                .doesNotContain(SECRET);
        assertThat(checked(
                        opinion.number().replace('〔', '[').replace('〕', ']'),
                        code.toLowerCase().replace("-", " ").replace('0', 'o').replace('1', 'l')))
                .as("typed as people type")
                .contains("查验一致");
    }

    @Test
    void aWrongNumberAndAWrongCodeGetTheSameAnswer() {
        IssuedPaper opinion = paper(signed(), "opinion");
        String code = codes.of(opinion);
        String other = codes.of(paper(signed(), "opinion"));
        assertThat(Stream.of(
                                checked(opinion.number(), other),
                                checked(opinion.number(), ""),
                                checked("民众信复〔2026〕99999号", code),
                                checked("", "x"),
                                checked("字".repeat(500), "字".repeat(500)))
                        .distinct())
                .singleElement()
                .asString()
                .contains("没有查到文号和校验码都相符的文书")
                .doesNotContain("查验一致");
    }

    @Test
    void aChangedPaperHasAnotherCode() {
        UUID id = signed();
        String code = codes.of(paper(id, "opinion"));
        assertThat(codes.of(paper(id, "opinion"))).isEqualTo(code);
        jdbc.sql("update complaint_paper set opinion = '予以支持。' where id = ?")
                .param(paper(id, "opinion").id())
                .update();
        assertThat(codes.of(paper(id, "opinion"))).isNotEqualTo(code);
        assertThat(checked(paper(id, "opinion").number(), code)).doesNotContain("查验一致");
    }

    @Test
    void checksOfOneNetworkAreCounted() {
        Resident busy = somebody();
        busy.opens("/check");
        for (int i = 0; i < 20; i++) {
            assertThat(busy.sends("/check", "number", "甲〔2026〕" + i + "号", "code", "x"))
                    .contains("没有查到");
        }
        assertThat(busy.sends("/check", "number", "甲〔2026〕1号", "code", "x")).contains("查验的次数太多");
        assertThat(busy.answer().getStatus()).isEqualTo(429);
        assertThat(busy.answer().getHeader("Retry-After")).isNotNull();
    }

    /** Art. 30: of a matter that was destroyed the petitioner can still show that his papers are genuine; what they said is not kept. */
    @Test
    void aPaperIsStillGenuineWhenItsTextIsDestroyed() {
        Staff city = people.in("complaint-officer", Matter.CITY);
        UUID id = complaints.file(Matter.named(), null, null);
        does(id, "Task_Sort", officer, Matter.sorted("租房押金不退", "forwarded", Matter.CITY));
        IssuedPaper first = paper(id, "notice");
        String code = codes.of(first);
        does(id, "Task_Receive", city, "decision", "taken");
        does(
                id,
                "Task_Sort",
                city,
                "kind",
                "report",
                "title",
                "收钱不办事",
                "digest",
                "反映窗口收钱。",
                "route",
                "sealed",
                "reason",
                "已按规定移交。");
        IssuedPaper last = papers.of(id, city).stream()
                .filter(one -> one.kind().equals("notice") && one.id() != first.id())
                .findFirst()
                .orElseThrow();
        String lastCode = codes.of(last);
        assertThat(checked(first.number(), code)).contains("查验一致").doesNotContain("销毁");
        String today = LocalDate.now().toString();
        assertThat(pages.send(city, "/complaints/" + id + "/handover", "on", today, "proof", "纪收〔2026〕12 号")
                        .getStatus())
                .isEqualTo(303);
        does(id, "Task_Serve", city, "how", "electronic", "servedOn", today);

        assertThat(papers.of(id)).filteredOn(one -> !one.kept()).hasSize(1);
        assertThat(checked(first.number(), code.toLowerCase(java.util.Locale.ROOT)))
                .contains("查验一致", first.number(), "民众街道", "内容已经依法销毁")
                .doesNotContain("已受理。");
        assertThat(checked(last.number(), lastCode)).contains("查验一致").doesNotContain("销毁");
        assertThat(checked(first.number(), lastCode)).contains("没有查到").doesNotContain("查验一致");
        assertThat(checked(first.number(), "0000-0000-0000-0000")).contains("没有查到");
        assertThat(status(city, url(id, first, ".pdf")))
                .as("an empty paper is none")
                .isEqualTo(404);
        assertThat(pdf(file(city, url(id, last, ".pdf")))).contains("已按规定移交。");
    }
}
