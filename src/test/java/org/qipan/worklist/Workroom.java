package org.qipan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.qipan.PageTestConfig;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.qipan.audit.Audit;
import org.qipan.casefile.CaseFiles;
import org.qipan.desk.Desk;
import org.qipan.desk.Desks;
import org.qipan.directory.Colleagues;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.qipan.vault.CaseSeal;
import org.qipan.vault.Seal;
import org.qipan.vault.TestSeal;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** Worklist and case files as they are wired, on a database of their own; directory, engine and capability are stand-ins. */
public final class Workroom {

    public static final String VILLAGE = "442000007001";
    public static final String TOWN = "442000007000";
    public static final String CITY = "442000000000";
    public static final String OTHER_VILLAGE = "442000007002";

    public final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    public final JdbcClient jdbc;
    public final FakeEngine engine;
    public final FakeDirectory directory;
    public final FakePage page;
    public final SettableClock clock;
    public final TransactionTemplate transaction;
    private final Someone someone;

    public Workroom() {
        this(FakeDirectory.class);
    }

    /** As usual, but with the real directory, and with who stands in for whom. */
    public static Workroom withPeople() {
        return new Workroom(RealDirectory.class);
    }

    /** As {@link #withPeople}, and with what a test's own configuration adds. */
    public static Workroom with(Class<?> more) {
        return new Workroom(more);
    }

    private Workroom(Class<?> people) {
        DataSource source = TestDatabase.fresh();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("source", source));
        context.register(PageTestConfig.class, Wiring.class, people);
        context.refresh();
        jdbc = bean(JdbcClient.class);
        engine = bean(FakeEngine.class);
        directory = context.getBeanProvider(FakeDirectory.class).getIfAvailable();
        page = bean(FakePage.class);
        clock = bean(SettableClock.class);
        transaction = bean(TransactionTemplate.class);
        someone = bean(Someone.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MockMvc mvc() {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** A person of the directory, who is also the one asking from now on. */
    public Staff person(String... groups) {
        List<Post> posts = java.util.Arrays.stream(groups).map(Post::of).toList();
        Staff staff = new Staff(UUID.randomUUID(), "u" + UUID.randomUUID(), "经办人", true, posts);
        directory.people.add(staff);
        someone.now = staff;
        return staff;
    }

    /** Adds a unit to the real directory. */
    public void unit(String code, String kind, String parent) {
        jdbc.sql("insert into unit (code, kind, parent, area, valid_from) values (?, ?, ?, ?, date '2000-01-01')")
                .params(code, kind, parent, Long.parseLong(code.substring(0, 12)))
                .update();
        jdbc.sql("""
                        insert into unit_name (unit, valid_from, official, short, name, initials, pinyin)
                        values (?, date '2000-01-01', ?, ?, ?, 'x', 'x')
                        """).params(code, "单位" + code, "单位" + code, "单位" + code).update();
    }

    /** A city with a town and two villages in the real directory. */
    public void town() {
        unit(CITY, "prefecture", null);
        unit(TOWN, "township", CITY);
        unit(VILLAGE, "village", TOWN);
        unit(OTHER_VILLAGE, "village", TOWN);
    }

    /** A person of the real directory, who is also the one asking from now on. */
    public Staff employ(String name, String... groups) {
        UUID id = UUID.randomUUID();
        bean(Staffing.class)
                .write(
                        id,
                        "u" + id,
                        name,
                        true,
                        java.util.Arrays.stream(groups).map(Post::of).toList());
        someone.now = bean(org.qipan.directory.Directory.class).staff(id).orElseThrow();
        return someone.now;
    }

    public void as(Staff staff) {
        someone.now = staff;
    }

    public UUID openCase(Staff by, String title) {
        return bean(CaseFiles.class).open("campaign", title, TOWN, by.id());
    }

    /** Creates a task through the engine's news and gives the id of its item. */
    public long task(UUID caseId, String group, Instant due) {
        page.facts = new WorkFacts(caseId, "走访服务", null, due, clock.instant(), false, false, false, false);
        return task(group);
    }

    public long task(String group) {
        String task = engine.create(group);
        return jdbc.sql("select id from work_item where task = :task")
                .param("task", task)
                .query(Long.class)
                .single();
    }

    public Desk desk(Staff staff) {
        return bean(Desks.class).of(staff);
    }

    /** What the person who is there now is answered: every text translated, nothing inline. */
    public MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc().perform(
                        request.with(user("u")).with(csrf()).locale(Locale.CHINA))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).doesNotContain("??", "th:", "style=", "onclick");
        return answer;
    }

    static final class Someone implements CurrentStaff {
        volatile Staff now = new Staff(new UUID(0, 0), "nobody", "nobody", true, List.of());

        @Override
        public Staff get() {
            return now;
        }

        @Override
        public java.util.Optional<Staff> find() {
            return java.util.Optional.of(now);
        }
    }

    @ComponentScan({
        "org.qipan.absence",
        "org.qipan.assist",
        "org.qipan.extension",
        "org.qipan.joint",
        "org.qipan.follow",
        "org.qipan.grid"
    })
    @ComponentScan(
            basePackages = "org.qipan.directory",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.qipan\\..*\\.(StoredDirectory|Units|UnitSearch|UnitPicker|People|Staffing|Substitutions)"))
    public static class RealDirectory {}

    /** Not a configuration by annotation: a scan of the whole application must not find these stand-ins. */
    @ComponentScan({"org.qipan.task", "org.qipan.desk", "org.qipan.worklist", "org.qipan.file", "org.qipan.casefile"})
    @ComponentScan(
            basePackages = {"org.qipan.deadline", "org.qipan.form", "org.qipan.workflow"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.qipan\\..*\\.(Deadlines|WorkCalendar|CalendarDays|CamundaForms|StoredDrafts|FeelParser)"))
    @Import({FakePage.class, FakeEngine.class, Someone.class, Audit.class, Colleagues.class})
    static class Wiring {

        @Bean
        Seal seal() {
            return TestSeal.made();
        }

        @Bean
        CaseSeal caseSeal() {
            return TestSeal.cases();
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }

        @Bean
        MessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames(
                    "messages/absence",
                    "messages/assist",
                    "messages/extension",
                    "messages/joint",
                    "messages/follow",
                    "messages/grid",
                    "messages/directory",
                    "messages/desk",
                    "messages/task",
                    "messages/casefile",
                    "messages/deadline",
                    "messages/form",
                    "messages/file",
                    "messages/complaint",
                    "messages/ledger",
                    "messages/subject",
                    "messages/workflow",
                    "messages/vocabulary");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }
    }
}
