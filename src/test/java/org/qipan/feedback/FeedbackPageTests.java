package org.qipan.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.PageTest;
import org.qipan.audit.Audit;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.TestUnits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

class FeedbackPageTests {

    private static DataSource database;
    private static JdbcClient jdbc;
    private static PageTest pages;
    private static Staff worker;
    private static Staff colleague;
    private static Staff admin;

    @Configuration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        Directory directory(DataSource source) {
            return TestUnits.directory(source);
        }

        @Bean
        CurrentStaff current(Directory directory) {
            return new CurrentStaff() {
                @Override
                public Staff get() {
                    return find().orElseThrow();
                }

                @Override
                public Optional<Staff> find() {
                    return directory.staff(UUID.fromString(SecurityContextHolder.getContext()
                            .getAuthentication()
                            .getName()));
                }
            };
        }
    }

    @ControllerAdvice
    static class Keys {

        public record Next(UUID key) {
            public UUID next() {
                return key;
            }
        }

        @ModelAttribute("onceKeys")
        Next keys() {
            return new Next(UUID.randomUUID());
        }
    }

    @BeforeAll
    static void start() {
        database = TestUnits.database();
        jdbc = JdbcClient.create(database);
        worker = TestUnits.person(database, "村里的王姐", new Post("village-worker", "442000007201"));
        colleague = TestUnits.person(database, "李四", new Post("township-officer", "442000007000"));
        admin = TestUnits.person(database, "系统管理员甲", new Post("system-admin", "442000000000"));
        pages = PageTest.of(
                database,
                Wiring.class,
                Keys.class,
                Audit.class,
                Feedbacks.class,
                FeedbackController.class,
                FeedbackAnswerController.class);
    }

    @BeforeEach
    void nothingSaidYet() {
        jdbc.sql("truncate feedback restart identity").update();
        jdbc.sql("truncate audit, audit_link, audit_head restart identity").update();
    }

    @Test
    void anEmptyPageSaysWhatToDoInBothLanguages() throws Exception {
        assertThat(page(worker, "/feedback")).contains("您还没有提过意见", "最多 1,000 字");
        assertThat(ask(worker, get("/feedback").locale(Locale.ENGLISH)).getContentAsString())
                .contains("You have sent no feedback yet");
        assertThat(page(admin, "/feedback/all")).contains("没有等待答复的意见");
    }

    @Test
    void whatIsSentGetsANumberAndWaits() throws Exception {
        MockHttpServletResponse answer = send(worker, UUID.randomUUID(), "字太小了\r\n看不清", "/tasks/4711?tab=more");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/feedback");
        assertThat(page(worker, "/feedback")).contains("意见第 1 号", "字太小了\n看不清", "待答复");
        assertThat(page(colleague, "/feedback")).doesNotContain("字太小了");
    }

    @Test
    void thePageIsCarriedAlongWithoutWhatTellsOneCaseFromAnother() throws Exception {
        assertThat(page(
                        worker,
                        "/feedback?from=/campaigns/0198c0de-0000-7000-8000-000000000001/plan?q=%E5%BC%A0%E4%B8%89"))
                .contains("value=\"/campaigns/*/plan\"");
        send(worker, UUID.randomUUID(), "列表很慢", "/worklist?text=张三");
        send(worker, UUID.randomUUID(), "别的", "https://example.org/");
        assertThat(jdbc.sql("select page from feedback order by id")
                        .query(String.class)
                        .list())
                .containsExactly("/worklist", "");
    }

    @Test
    void theSameFormSentTwiceIsOneEntryAndAnotherTextInItIsRefused() throws Exception {
        UUID key = UUID.randomUUID();
        assertThat(send(worker, key, "按钮太小", "/").getStatus()).isEqualTo(303);
        assertThat(send(worker, key, "按钮太小", "/").getStatus()).isEqualTo(303);
        MockHttpServletResponse other = send(worker, key, "别的话", "/");
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("已经提交过别的内容", ">别的话</textarea>");
        assertThat(send(colleague, key, "按钮太小", "/").getStatus()).isEqualTo(422);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nothingAndTooMuchAreRefusedAndWhatWasTypedStays() throws Exception {
        assertThat(send(worker, UUID.randomUUID(), " \r\n ", "/").getContentAsString())
                .contains("请写一句话再提交");
        MockHttpServletResponse tooLong = send(worker, UUID.randomUUID(), "长".repeat(1001), "/board");
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(tooLong.getContentAsString())
                .contains("最多 1,000 字，请缩短", "长".repeat(1001), "aria-invalid=\"true\"", "value=\"/board\"");
        assertThat(count()).isZero();
        assertThat(send(worker, UUID.randomUUID(), "𠮷".repeat(1000), "/").getStatus())
                .isEqualTo(303);
        assertThat(send(worker, UUID.randomUUID(), "前\0后", "/").getStatus()).isEqualTo(303);
    }

    @Test
    void onlyTheSystemAdministratorReadsAllAndAnswers() throws Exception {
        send(worker, UUID.randomUUID(), "按钮太小", "/");
        for (String address : new String[] {"/feedback/all", "/feedback/all/1", "/feedback/all/export.csv"}) {
            assertThat(ask(colleague, get(address)).getStatus()).as(address).isEqualTo(403);
        }
        assertThat(answer(colleague, 1, "不该成功").getStatus()).isEqualTo(403);
        assertThat(page(admin, "/feedback/all")).contains("村里的王姐", "新伦村", "按钮太小");
        assertThat(ask(admin, get("/feedback/all/99")).getStatus()).isEqualTo(404);
    }

    @Test
    void theAnswerIsUnreadOnceAndThenRead() throws Exception {
        send(worker, UUID.randomUUID(), "按钮太小", "/");
        assertThat(answer(admin, 1, "下一版改大").getStatus()).isEqualTo(303);
        Feedbacks feedbacks = pages.bean(Feedbacks.class);
        assertThat(feedbacks.unseen(worker.id())).isEqualTo(1);
        assertThat(page(admin, "/feedback")).doesNotContain("下一版改大");
        assertThat(page(worker, "/feedback")).contains("下一版改大", "新答复", "已答复");
        assertThat(page(worker, "/feedback")).contains("下一版改大").doesNotContain("新答复");
        assertThat(feedbacks.unseen(worker.id())).isZero();
        assertThat(jdbc.sql("select action from audit").query(String.class).list())
                .containsExactly("feedback.audit.answered");
    }

    @Test
    void anAnswerIsGivenOnce() throws Exception {
        send(worker, UUID.randomUUID(), "按钮太小", "/");
        assertThat(answer(admin, 1, "").getContentAsString()).contains("请写一句话再提交");
        assertThat(answer(admin, 1, "下一版改大").getStatus()).isEqualTo(303);
        assertThat(answer(admin, 1, "下一版改大").getStatus()).isEqualTo(303);
        MockHttpServletResponse second = answer(admin, 1, "另一个答复");
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(second.getContentAsString()).contains("已经有答复", "另一个答复", "下一版改大");
        assertThat(jdbc.sql("select answer from feedback").query(String.class).single())
                .isEqualTo("下一版改大");
    }

    @Test
    void theListIsFilteredByStateAndPagedEachOnce() throws Exception {
        for (int i = 1; i <= 21; i++) {
            send(worker, UUID.randomUUID(), "意见内容" + i + "。", "/");
        }
        answer(admin, 21, "好");
        assertThat(page(admin, "/feedback/all")).contains("意见内容20。", "意见内容1。").doesNotContain("意见内容21。");
        assertThat(page(admin, "/feedback/all?state=answered"))
                .contains("意见内容21。")
                .doesNotContain("意见内容20。");
        assertThat(page(admin, "/feedback/all?state=all")).contains("state=all&amp;before=2\"", "意见内容21。");
        assertThat(page(admin, "/feedback/all?state=all&before=2"))
                .contains("意见内容1。")
                .doesNotContain("意见内容2。");
        assertThat(page(worker, "/feedback?before=2")).contains("意见内容1。", "回到最新");
    }

    @Test
    void noProgramRunsWhatTheFileHolds() throws Exception {
        send(worker, UUID.randomUUID(), "=HYPERLINK(\"http://example.org\")", "/");
        answer(admin, 1, "+1 的意见，\"收到\"");
        String file = page(admin, "/feedback/all/export.csv?state=all");
        assertThat(file)
                .startsWith("\uFEFF\"编号\",")
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"", "\"'+1 的意见，\"\"收到\"\"\"", "\"村里的王姐\"")
                .endsWith("\"系统管理员甲\"\r\n");
        assertThat(jdbc.sql("select action from audit").query(String.class).list())
                .contains("feedback.audit.exported");
    }

    private static int count() {
        return jdbc.sql("select count(*) from feedback").query(Integer.class).single();
    }

    private static MockHttpServletResponse send(Staff staff, UUID key, String text, String from) throws Exception {
        return ask(
                staff,
                post("/feedback")
                        .param("idempotencyKey", key.toString())
                        .param("text", text)
                        .param("from", from));
    }

    private static MockHttpServletResponse answer(Staff staff, long id, String text) throws Exception {
        return ask(staff, post("/feedback/all/" + id + "/answer").param("text", text));
    }

    private static String page(Staff staff, String address) throws Exception {
        MockHttpServletResponse answer = ask(staff, get(java.net.URI.create(address)));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static MockHttpServletResponse ask(Staff staff, MockHttpServletRequestBuilder request) throws Exception {
        String[] roles = staff.posts().stream().map(Post::role).toArray(String[]::new);
        MockHttpServletResponse answer = pages.mvc()
                .perform(request.with(csrf()).with(user(staff.id().toString()).roles(roles)))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getContentAsString()).doesNotContain("??", "th:");
        return answer;
    }
}
