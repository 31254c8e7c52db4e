package org.qipan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.PageTestConfig;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.qipan.audit.Actor;
import org.qipan.audit.CurrentActor;
import org.qipan.channel.Channels;
import org.qipan.channel.ChannelsFixture;
import org.qipan.channel.Letter;
import org.qipan.channel.Recorder;
import org.qipan.channel.SendFailed;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** 我的通知 and 通知发送, as browsers see them. */
class NoticePagesTests {

    private static final Staff ME = new Staff(
            new UUID(0, 7), "officer.1", "民众街道 经办人员", true, List.of(new Post("township-officer", "442000007000")));

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final Recorder sms;

    NoticePagesTests() {
        DataSource database = TestDatabase.fresh();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("source", database));
        context.register(PageTestConfig.class, Wiring.class);
        context.refresh();
        jdbc = context.getBean(JdbcClient.class);
        sms = (Recorder) context.getBean(Channels.class).find("sms").orElseThrow();
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(get("/").locale(Locale.CHINA))
                .apply(springSecurity())
                .build();
        jdbc.sql("insert into staff (id, username, name, enabled, synced_at) values (?, ?, ?, true, now())")
                .params(ME.id(), ME.username(), ME.name())
                .update();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void savesWhatThePersonChoseAndShowsNoAddressInFull() throws Exception {
        assertThat(page("/notices/mine")).contains("我的通知", "手机号码", "电子邮箱").doesNotContain("试一试");
        assertThat(save(
                        "channel",
                        "mail",
                        "hour",
                        "14",
                        "kinds",
                        "urged",
                        "phone",
                        "13800138000",
                        "mail",
                        "li@example.org"))
                .isEqualTo(303);
        assertThat(jdbc.sql("select concat_ws(' ', channel, hour, language, phone, mail) from notice_choice")
                        .query(String.class)
                        .single())
                .isEqualTo("mail 14 zh-CN 13800138000 li@example.org");
        assertThat(page("/notices/mine"))
                .contains("138****00", "l***@example.org", "value=\"14\" selected", "试一试")
                .doesNotContain("13800138000", "li@example.org");
        Choice stored = context.getBean(NoticeChoices.class).of(ME.id()).orElseThrow();
        assertThat(stored.off()).hasSize(7).doesNotContain(NoticeKind.URGED, NoticeKind.DANGER);
    }

    @Test
    void keepsAnAddressThatWasLeftEmptyAndForgetsOneOnRequest() throws Exception {
        save("channel", "", "hour", "9", "phone", "13800138000", "mail", "li@example.org");
        save("channel", "", "hour", "9", "forget", "sms");
        assertThat(jdbc.sql("select concat_ws(' ', phone, mail) from notice_choice")
                        .query(String.class)
                        .single())
                .isEqualTo("li@example.org");
    }

    @Test
    void refusesWhatIsNoAddressAndKeepsEverythingTyped() throws Exception {
        MockHttpServletResponse answer = ask(post("/notices/mine")
                .param("channel", "sms")
                .param("hour", "22")
                .param("kinds", "copy")
                .param("phone", "call me")
                .param("mail", "nobody"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer))
                .contains("value=\"call me\"", "value=\"nobody\"", "6 到 15 位数字", "完整的电子邮箱", "value=\"copy\" checked");
        assertThat(jdbc.sql("select count(*) from notice_choice")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void remembersTheLanguageOfThePage() throws Exception {
        ask(post("/notices/mine")
                .param("hour", "9")
                .param("phone", "13800138000")
                .locale(Locale.ENGLISH));
        assertThat(context.getBean(NoticeChoices.class)
                        .of(ME.id())
                        .orElseThrow()
                        .language())
                .isEqualTo("en");
        assertThat(text(ask(get("/notices/mine").locale(Locale.ENGLISH)))).contains("One digest a day");
    }

    @Test
    void sendsATrialOnceInTenMinutes() throws Exception {
        assertThat(trial()).as("no address").isZero();
        save("channel", "sms", "hour", "9", "phone", "13800138000");
        assertThat(trial()).isEqualTo(1);
        assertThat(trial()).isEqualTo(1);
        context.getBean(SettableClock.class).advance(Duration.ofMinutes(10));
        assertThat(trial()).isEqualTo(2);
        context.getBean(Sender.class).round();
        assertThat(sms.texts()).containsOnly("这是一条测试消息，收到说明设置正确。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"township-leader", "security-admin", "audit-admin"})
    void theListIsClosedToEveryoneButTheSystemAdministrator(String role) throws Exception {
        for (MockHttpServletRequestBuilder request :
                List.of(get("/notices"), post("/notices/resend").param("no", "1"))) {
            mvc.perform(request.with(csrf()).with(user("x").roles(role))).andExpect(status().isForbidden());
        }
    }

    @Test
    void saysThatNothingWasSentYet() throws Exception {
        assertThat(page("/notices")).contains("还没有发过通知", "还没有用过");
    }

    @Test
    void showsWhoWasToldAndWhyNotButNeverTheTextOrTheNumber() throws Exception {
        failOnce("signature");
        assertThat(page("/notices"))
                .contains("民众街道 经办人员", "138****00", "没有发出（1）", "对方不认可我们的密钥或账号", "请核对部署配置中的密钥", "发不出去")
                .doesNotContain("13800138000", "测试消息，收到");
        assertThat(page("/notices?state=sent")).contains("没有符合条件的通知");
        assertThat(page("/notices?text=%E6%B0%91%E4%BC%97")).contains("138****00");
        assertThat(page("/notices?text=%E6%96%B0%E4%BC%A6")).contains("没有符合条件的通知");
        assertThat(page("/notices?channel=mail&state=dead")).contains("没有符合条件的通知");
        assertThat(text(ask(get("/notices").locale(Locale.ENGLISH)))).contains("Not delivered (1)", "What to do");
    }

    @Test
    void resendsOnceHoweverOftenItIsAskedAndWritesItDown() throws Exception {
        failOnce("unreachable");
        String no = jdbc.sql("select no::text from outbox").query(String.class).single();
        UUID id = jdbc.sql("select id from outbox").query(UUID.class).single();
        assertThat(page("/notices?state=dead")).contains("重发");
        assertThat(ask(post("/notices/resend").param("no", no, "999")).getRedirectedUrl())
                .isEqualTo("/notices?state=dead");
        ask(post("/notices/resend").param("no", no));
        assertThat(page("/notices")).contains("等待发送（1）", "最早一条等待发送的");
        context.getBean(Sender.class).round();
        assertThat(sms.taken).extracting(Letter::id).as("under its number").containsExactly(id);
        assertThat(page("/notices")).contains("已发出（1）", "正常");
        assertThat(jdbc.sql("select action || ' ' || object_id from audit")
                        .query(String.class)
                        .list())
                .containsExactly("notice.audit.resent " + id);
    }

    @Test
    void goesThroughManyPageByPage() throws Exception {
        save("channel", "sms", "hour", "9", "phone", "13800138000");
        for (int i = 0; i < 60; i++) {
            trialRow("many " + i);
        }
        jdbc.sql("update outbox set state = 'dead', reason = 'refused'").update();
        String first = page("/notices?state=dead");
        assertThat(first).contains("重发本页 50 条", "下一页");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(page(next)).contains("重发本页 10 条", "回到第一页").doesNotContain("下一页");
    }

    @Test
    void tellsTheMachineRoomWhatDoesNotGetThrough() throws Exception {
        Delivery delivery = context.getBean(Delivery.class);
        assertThat(delivery.standing()).isEqualTo(new Delivery.Standing(true, 0, 0, 0));
        failOnce("unreachable");
        trialRow("late");
        context.getBean(SettableClock.class).advance(Duration.ofMinutes(16));
        assertThat(delivery.standing()).isEqualTo(new Delivery.Standing(true, 1, 1, 0));
    }

    @Test
    void forgetsAfterAMonthWhatIsDone() {
        trialRow("old");
        jdbc.sql("update outbox set state = 'sent'").update();
        OutboxRetention retention = new OutboxRetention(jdbc, context.getBean(SettableClock.class));
        retention.forget();
        assertThat(jdbc.sql("select count(*) from outbox").query(Long.class).single())
                .isEqualTo(1);
        context.getBean(SettableClock.class).advance(Duration.ofDays(31));
        retention.forget();
        assertThat(jdbc.sql("select count(*) from outbox").query(Long.class).single())
                .isZero();
    }

    private void failOnce(String reason) throws Exception {
        save("channel", "sms", "hour", "9", "phone", "13800138000");
        trialRow("failed");
        jdbc.sql("update outbox set attempts = 5").update();
        sms.failures.add(SendFailed.now(reason));
        context.getBean(Sender.class).round();
        context.getBean(SettableClock.class).advance(Duration.ofMinutes(1));
    }

    private void trialRow(String key) {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.getBean(Outbox.class)
                        .add(
                                context.getBean(NoticeChoices.class).of(ME.id()).orElseThrow(),
                                Message.TRIAL,
                                "sms",
                                key,
                                null,
                                "这是一条测试消息，收到说明设置正确。",
                                null));
    }

    private long trial() throws Exception {
        ask(post("/notices/mine/trial").param("channel", "sms"));
        return jdbc.sql("select count(*) from outbox where kind = 'trial'")
                .query(Long.class)
                .single();
    }

    private int save(String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/notices/mine");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return ask(request).getStatus();
    }

    private String page(String address) throws Exception {
        return text(ask(get(URI.create(address))));
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        request.with(csrf()).with(user("x").roles("system-admin")))
                .andReturn()
                .getResponse();
        assertThat(text(answer)).doesNotContain("??", "th:", "style=", "onclick");
        return answer;
    }

    /** Not a configuration by annotation: a scan of the whole application must not find these stand-ins. */
    @ComponentScan(
            basePackages = "org.qipan",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.qipan\\.(notice\\.(NoticeController|MyNoticesController|OutboxList|Resending|Trials|NoticeChoices|Outbox|NoticeTexts|Recipients|QuietHours|Sender|Delivery)|task\\.OnceKeys|deadline\\.(WorkCalendar|CalendarDays)|audit\\.Audit)"))
    static class Wiring {

        @Bean
        NoticeProperties settings() {
            return new NoticeProperties(9);
        }

        @Bean
        Channels channels() {
            return ChannelsFixture.of(new Recorder("sms"), new Recorder("mail"));
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        CurrentActor actor() {
            return () -> new Actor(ME.id(), "system-admin@442000000000");
        }

        @Bean
        CurrentStaff current() {
            return new CurrentStaff() {
                @Override
                public Staff get() {
                    return ME;
                }

                @Override
                public Optional<Staff> find() {
                    return Optional.of(ME);
                }
            };
        }

        @Bean
        MessageSource messageSource() {
            return NoticeRoom.messages();
        }
    }
}
