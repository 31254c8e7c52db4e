package org.qipan.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.qipan.audit.Actor;
import org.qipan.audit.CurrentActor;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.RealmState;
import org.qipan.directory.RealmWatch;
import org.qipan.directory.Staff;
import org.qipan.directory.TestUnits;
import org.qipan.hotline.CallbackState;
import org.qipan.hotline.CallbackStates;
import org.qipan.mailbox.MailboxState;
import org.qipan.mailbox.MailboxStates;
import org.qipan.notice.Deliveries;
import org.qipan.notice.Delivery;
import org.qipan.vault.CaseSeal;
import org.qipan.vault.TestSeal;
import org.qipan.workflow.EngineState;
import org.qipan.workflow.FailedJob;
import org.qipan.workflow.FailedJobs;
import org.qipan.workflow.ModelVersion;
import org.qipan.workflow.OpenTasks;
import org.qipan.workflow.TaskChanged;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Engine, Keycloak and capability as a test sets them; worklist, cases, calendar and audit are real. */
class EngineRoom implements FailedJobs, EngineState, OpenTasks, RealmWatch, CasePage {

    static final UUID ADMIN = new UUID(0, 7);
    static final RealmState CALM =
            new RealmState(true, Instant.parse("2026-11-19T18:30:00Z"), null, false, null, 912, 930, null);

    final List<FailedJob> failed = new ArrayList<>();
    final List<String> retried = new ArrayList<>();
    final List<TaskChanged> open = new ArrayList<>();
    RealmState realm = CALM;
    boolean executing = true;
    long late;
    UUID caseOfRows = UUID.randomUUID();

    void reset() {
        failed.clear();
        retried.clear();
        open.clear();
        realm = CALM;
        executing = true;
        late = 0;
    }

    @Override
    public long count() {
        return failed.size();
    }

    @Override
    public List<FailedJob> list(int limit) {
        return failed.stream().limit(limit).toList();
    }

    @Override
    public boolean retry(String job) {
        boolean known = failed.removeIf(work -> work.id().equals(job));
        if (known) {
            retried.add(job);
        }
        return known;
    }

    @Override
    public boolean executing() {
        return executing;
    }

    @Override
    public long late(Instant before) {
        return late;
    }

    @Override
    public List<ModelVersion> models(Instant since) {
        return List.of(
                new ModelVersion("campaign", "专项活动", 2, true, 1, since.equals(TODAY) ? 4 : 0),
                new ModelVersion("campaign", "专项活动", 1, false, 1234, 0));
    }

    private static final Instant TODAY = Instant.parse("2026-11-19T16:00:00Z");

    @Override
    public void each(Consumer<TaskChanged> consumer) {
        open.forEach(consumer);
    }

    @Override
    public RealmState state() {
        return realm;
    }

    @Override
    public String kind() {
        return "campaign";
    }

    @Override
    public List<String> processes() {
        return List.of("campaign-unit");
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Long.parseLong(ref);
        return new WorkFacts(caseOfRows, null, null, null, null, false, false, false, false);
    }

    @Override
    public String url(UUID caseId) {
        return "/campaigns/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        return List.of();
    }

    @Override
    public Prefill prefill(WorkItem item) {
        return Prefill.NONE;
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        return Map.of();
    }

    /** Not a configuration by annotation: a scan of the whole application must not find these stand-ins. */
    @ComponentScan(
            basePackages = "org.qipan",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.qipan\\.(operations\\.(OperationsController|FailedWork|Repairs|Health|WaysIn|Drills|DrillController)|worklist\\.(WorklistDrift|WorkItems|CasePages)|task\\.OnceKeys|casefile\\.(JdbcCaseFiles|CaseTexts|Sayings|NumberSeries|ActingTitles)|deadline\\.(WorkCalendar|CalendarDays)|audit\\.Audit)"))
    static class Wiring {

        @Bean
        EngineRoom engineRoom() {
            return new EngineRoom();
        }

        @Bean
        Directory directory(DataSource source) {
            return TestUnits.directory(source);
        }

        @Bean
        CaseSeal caseSeal() {
            return TestSeal.cases();
        }

        @Bean
        Delivery delivery(JdbcClient jdbc, Clock clock) {
            return Deliveries.of(jdbc, clock);
        }

        @Bean
        CallbackState callbacks(JdbcClient jdbc) {
            return CallbackStates.of(jdbc);
        }

        @Bean
        MailboxState mailbox(JdbcClient jdbc, Clock clock) {
            return MailboxStates.of(jdbc, clock);
        }

        @Bean
        CurrentActor actor() {
            return () -> new Actor(ADMIN, "system-admin@442000000000");
        }

        @Bean
        com.fasterxml.jackson.databind.ObjectMapper json() {
            return new com.fasterxml.jackson.databind.ObjectMapper();
        }

        @Bean
        MessageSource messageSource() {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasenames("messages/operations", "messages/deadline", "messages/casefile");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return messages;
        }
    }
}
