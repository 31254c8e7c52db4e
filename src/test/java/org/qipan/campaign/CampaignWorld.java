package org.qipan.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEvent;
import org.qipan.casefile.CaseFile;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.file.FileBeans;
import org.qipan.plan.PlanBeans;
import org.qipan.task.Once;
import org.qipan.worklist.CaseExtras;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The campaign's own beans on a real database; the modules below speak through their contracts only. */
@TestConfiguration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = Campaign.class)
@EnableJpaRepositories(basePackageClasses = Campaign.class, considerNestedRepositories = false)
@Import({
    PlanBeans.class,
    Campaigns.class,
    Once.class,
    FileBeans.class,
    CampaignFiles.class,
    DraftedCampaigns.class,
    PlanReviewController.class,
    StageFreezer.class,
    CampaignAccess.class,
    CampaignTexts.class,
    CampaignLists.class,
    CampaignShow.class,
    PlanReview.class,
    IssuedPlans.class,
    CampaignController.class,
    CampaignActController.class,
    CaseExtras.class,
    CampaignPages.class
})
public class CampaignWorld {

    static final Instant NOW = Instant.parse("2018-06-06T01:00:00Z");

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    ObjectMapper json() {
        return new ObjectMapper().registerModule(new JavaTimeModule());
    }

    @Bean
    Town town() {
        return new Town();
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/casefile",
                "messages/task",
                "messages/form",
                "messages/file",
                "messages/plan",
                "messages/campaign",
                "messages/campaign-work",
                "messages/board");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    Neighbours neighbours() {
        return new Neighbours();
    }

    @Bean
    Reporting reporting() {
        return org.mockito.Mockito.mock(Reporting.class);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    CaseFiles files(Clock clock, Directory directory, JdbcClient jdbc) {
        return new Files(clock, directory);
    }

    /** Cases in memory: what the campaign tells them is looked at by the tests of casefile. */
    static final class Files implements CaseFiles {

        private final Map<UUID, CaseFile> files = new HashMap<>();
        private final Map<UUID, List<CaseEvent>> events = new HashMap<>();
        private final Clock clock;
        private final Directory directory;

        Files(Clock clock, Directory directory) {
            this.clock = clock;
            this.directory = directory;
        }

        @Override
        public UUID open(String kind, String title, String unit, UUID startedBy) {
            UUID id = TimeOrderedId.next(clock);
            long area = directory.unit(unit).area();
            files.put(
                    id,
                    new CaseFile(
                            id,
                            kind,
                            null,
                            title,
                            unit,
                            area,
                            directory.ownerArea(unit),
                            startedBy,
                            clock.instant(),
                            null));
            return id;
        }

        @Override
        public void open(UUID id, String kind, Said title, String unit, UUID startedBy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String paperNumber(String series, String unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<CaseFile> find(UUID id) {
            return Optional.ofNullable(files.get(id));
        }

        @Override
        public CaseFile get(UUID id) {
            return find(id).orElseThrow();
        }

        @Override
        public void retitle(UUID id, Said title) {}

        @Override
        public void practise(UUID id) {}

        @Override
        public String number(UUID id, String series) {
            return "1";
        }

        @Override
        public void close(UUID id) {}

        @Override
        public void record(
                UUID id,
                String act,
                @Nullable UUID by,
                @Nullable Post post,
                @Nullable String remark,
                Map<String, ?> facts) {
            Map<String, String> texts = new HashMap<>();
            facts.forEach((name, value) -> texts.put(name, value.toString()));
            String title = post == null ? null : directory.title(post);
            events.computeIfAbsent(id, i -> new LinkedList<>())
                    .add(0, new CaseEvent(events.size(), id, clock.instant(), act, by, post, title, remark, texts));
        }

        @Override
        public List<CaseEvent> timeline(UUID id) {
            return List.copyOf(events.getOrDefault(id, List.of()));
        }
    }
}
