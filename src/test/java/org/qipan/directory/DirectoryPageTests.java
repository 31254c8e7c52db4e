package org.qipan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.PageTestConfig;
import org.qipan.audit.Audit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

class DirectoryPageTests {

    private static AnnotationConfigWebApplicationContext context;
    private static MockMvc mvc;
    private static DataSource database;
    private static Staff admin;
    private static Staff officer;

    @Configuration(proxyBeanMethods = false)
    static class Wiring {

        @Bean("applicationTaskExecutor")
        TaskExecutor taskExecutor() {
            return new SyncTaskExecutor();
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }

    @ControllerAdvice
    static class Keys {

        /** What {@code components/once} asks for a key. */
        public record Once(Supplier<String> keys) {
            public String next() {
                return keys.get();
            }
        }

        @ModelAttribute("onceKeys")
        Once keys() {
            return new Once(() -> UUID.randomUUID().toString());
        }
    }

    @BeforeAll
    static void start() {
        database = TestUnits.database();
        admin = TestUnits.person(database, "系统管理员甲", new Post("system-admin", "442000000000"));
        officer = TestUnits.person(database, "民众街道经办", new Post("township-officer", "442000007000"));
        TestUnits.person(database, "新伦村工作人员甲", new Post("village-worker", "442000007201"));
        context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("source", database));
        context.register(
                PageTestConfig.class,
                Wiring.class,
                Keys.class,
                DirectoryController.class,
                UnitChangeController.class,
                StaffController.class,
                ImportController.class,
                UnitPicker.class,
                Units.class,
                UnitSearch.class,
                People.class,
                SyncState.class,
                Sessions.class,
                StoredDirectory.class,
                SignedInStaff.class,
                ActingStaff.class,
                Departures.class,
                UnitChanges.class,
                UnitImports.class,
                ImportChecks.class,
                Audit.class);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(get("/").locale(Locale.CHINA))
                .apply(springSecurity())
                .build();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void startsWithTheReadersOwnUnitAndFindsOthersByTyping() throws Exception {
        assertThat(as(officer, get("/directory")).getContentAsString())
                .contains("我所在的单位", "/directory/units/442000007000");
        assertThat(as(officer, get("/directory/found").param("q", "xl")).getContentAsString())
                .contains("新伦村")
                .doesNotContain("<main");
        assertThat(as(officer, get("/directory").param("q", "qqqqq")).getContentAsString())
                .contains("没有找到这样的单位");
    }

    @Test
    void showsPostsWithTheirHoldersAndSaysWhereNobodyIs() throws Exception {
        org.springframework.jdbc.core.simple.JdbcClient.create(database)
                .sql("insert into post (unit, role) values ('442000007201', 'village-head') on conflict do nothing")
                .update();
        String page = as(officer, get("/directory/units/442000007201")).getContentAsString();
        assertThat(page)
                .contains("新伦村工作人员甲", "此岗位暂无人员", "中山市", "民众街道", "新伦村民委员会")
                .doesNotContain("办理离岗", "??");
    }

    @Test
    void showsATownWithItsVillagesAndDepartments() throws Exception {
        assertThat(as(admin, get("/directory/units/442000007000")).getContentAsString())
                .contains("浪网社区 003", "浪网村 213", "民众街道新市民服务办公室", "单位变更")
                .doesNotContain("??");
        assertThat(as(admin, get("/directory/units/442000007000/lower")).getContentAsString())
                .contains("新伦村")
                .doesNotContain("<main");
        assertThat(as(admin, get("/directory/units/999")).getStatus()).isEqualTo(404);
    }

    @Test
    void thePickerSuggestsWithinAnAreaAndPutsTheChosenUnitIntoTheField() throws Exception {
        MockHttpServletRequestBuilder typed = get("/directory/picker?field=into&within=442000007000&kind=village")
                .param("into", "xl");
        assertThat(as(officer, typed).getContentAsString()).contains("新伦村", "chosen=442000007201");
        assertThat(as(officer, get("/directory/picker?field=into&within=442000007000&kind=village&chosen=442000007201"))
                        .getContentAsString())
                .contains("name=\"into\"", "新伦村 442000007201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/directory/units/442000007201/name",
                "/directory/units/442000007201/end",
                "/directory/units/442000007201/merger",
                "/directory/alert/acceptance"
            })
    void isClosedToEveryoneButTheSystemAdministrator(String address) throws Exception {
        assertThat(mvc.perform(post(address)
                                .with(csrf())
                                .with(user(officer.id().toString()).roles("township-officer")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void refusesAnImpossibleMergerAndKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse refused = as(
                admin,
                post("/directory/units/442000007202/merger")
                        .param("into", "没有这样的村")
                        .param("at", "2026-10-01"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("没有这样的村", "2026-10-01", "同类单位");
    }

    @Test
    void mergesAVillageByTheFormAlone() throws Exception {
        MockHttpServletResponse merged = as(
                admin,
                post("/directory/units/442000007206/merger")
                        .param("into", "新平村 442000007205")
                        .param("at", "2026-10-01"));
        assertThat(merged.getRedirectedUrl()).isEqualTo("/directory/units/442000007206");
        assertThat(as(admin, get("/directory/units/442000007206")).getContentAsString())
                .contains("已撤销", "并入");
    }

    @Test
    void aPersonLetGoIsOutOnTheNextRequest() throws Exception {
        Staff leaver = TestUnits.person(database, "离岗者", new Post("village-worker", "442000007215"));
        String address = "/directory/staff/" + leaver.id() + "/leave";
        assertThat(as(admin, get(address)).getContentAsString()).contains("离岗者", "接源村 · 村（社区）工作人员", "确认离岗");
        as(admin, post(address));
        assertThat(context.getBean(Directory.class).staff(leaver.id()))
                .get()
                .extracting(Staff::enabled)
                .isEqualTo(false);
        assertThat(as(leaver, get("/directory")).getContentAsString()).doesNotContain("我所在的单位");
    }

    @Test
    void readsAFileShowsItAndKeepsItOnConfirmation() throws Exception {
        byte[] csv = "code,name,level,parent\n350211001001,测试社区居民委员会,village,350211001000\nx,=1,village,1\n"
                .getBytes(StandardCharsets.UTF_8);
        String preview = as(
                        admin,
                        multipart("/directory/import").file(new MockMultipartFile("file", "v.csv", "text/csv", csv)))
                .getRedirectedUrl();
        assertThat(as(admin, get(preview)).getContentAsString())
                .contains("等待确认", "代码应为 12 位数字")
                .doesNotContain("??");
        assertThat(as(admin, get(preview + "/faults.csv")).getContentAsString()).contains("3,code,");
        as(admin, post(preview + "/confirmation"));
        assertThat(as(admin, get(preview)).getContentAsString()).contains("已导入");
        assertThat(context.getBean(Directory.class).find("350211001001")).isPresent();
    }

    private static MockHttpServletResponse as(Staff staff, MockHttpServletRequestBuilder request) throws Exception {
        String[] roles = staff.posts().stream().map(Post::role).toArray(String[]::new);
        MockHttpServletResponse response = mvc.perform(
                        request.with(csrf()).with(user(staff.id().toString()).roles(roles)))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
