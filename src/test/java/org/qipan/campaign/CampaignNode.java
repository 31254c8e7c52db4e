package org.qipan.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.qipan.casefile.CaseEvent;
import org.qipan.casefile.CaseFile;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.plan.Measures;
import org.qipan.workflow.EngineContext;
import org.qipan.workflow.TaskChanged;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.Worklist;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The campaign's process on the real engine and database; directory, worklist and timeline are kept in memory. */
@Configuration(proxyBeanMethods = false)
@Import({
    EngineContext.class,
    CampaignProcess.class,
    CampaignSteps.class,
    Stages.class,
    StageChanges.class,
    UnitStages.class,
    OpenParts.class,
    StageGate.class,
    Rounds.class,
    Participants.class,
    Checklist.class,
    ChecklistPage.class,
    UnitWork.class,
    CampaignStory.class
})
class CampaignNode {

    @Bean
    Directory directory() {
        return new TestDirectory();
    }

    @Bean
    OpenItems openItems() {
        return new OpenItems();
    }

    @Bean
    Feed feed(OpenItems items, CampaignWork work) {
        return new Feed(items, work);
    }

    @Bean
    CampaignWork campaignWork(JdbcClient jdbc, UnitWork units, ChecklistPage pages) {
        return new CampaignWork(
                jdbc, units, null, null, null, null, pages, null, new CampaignFacts(jdbc, new TestDirectory()));
    }

    /** Only what the process asks of them. */
    @Bean
    Campaigns campaigns(JdbcClient jdbc) {
        return new Campaigns(null, null, null, null, null) {
            @Override
            void report(UUID id) {
                jdbc.sql("update campaign set state = 'REPORTING' where id = ? and state = 'RUNNING'")
                        .param(id)
                        .update();
            }
        };
    }

    @Bean
    PlanFreezer planFreezer() {
        return campaign -> {};
    }

    @Bean
    MeasuredItems measuredItems() {
        return new Counted();
    }

    @Bean
    Measures measures() {
        return new Uncounted();
    }

    @Bean
    Timeline timeline() {
        return new Timeline();
    }

    static class Uncounted implements Measures {
        @Override
        public List<Measure> all() {
            return List.of();
        }

        @Override
        public boolean atTheDoor(String measure) {
            return measure.startsWith("visit");
        }

        @Override
        public Map<String, Map<String, BigDecimal>> totals(
                UUID campaign, java.util.Collection<String> measures, String within, LocalDate from, LocalDate to) {
            return Map.of();
        }
    }

    static class Counted implements MeasuredItems {
        final Map<Long, BigDecimal> counts = new HashMap<>();

        @Override
        public Map<Long, BigDecimal> values(long us) {
            return counts;
        }
    }

    /** What the worklist would do with the news of tasks, in the same transaction. */
    static class Feed {
        private final OpenItems items;
        private final CampaignWork work;

        Feed(OpenItems items, CampaignWork work) {
            this.items = items;
            this.work = work;
        }

        @EventListener
        void hear(TaskChanged task) {
            if (task.kind() == TaskChanged.Kind.CREATED) {
                var facts = work.facts(task.process(), task.key(), task.ref());
                items.add(new WorkItem(
                        items.open.size(),
                        task.task(),
                        task.key(),
                        task.process(),
                        task.ref(),
                        facts.caseId(),
                        "campaign",
                        null,
                        "",
                        facts.subject() == null ? null : facts.subject().toString(),
                        facts.stage(),
                        Post.of(task.group()),
                        null,
                        Instant.EPOCH,
                        facts.due(),
                        facts.started(),
                        facts.paused(),
                        facts.blocked(),
                        false,
                        1));
            } else if (task.kind() != TaskChanged.Kind.UPDATED) {
                items.remove(task.task());
            }
        }

        @EventListener
        void hear(LowerUnitsDone done) {
            items.ready.merge(done.us(), 1, Integer::sum);
        }
    }

    static class OpenItems implements Worklist {
        final List<WorkItem> open = new ArrayList<>();
        final Map<Long, Integer> ready = new HashMap<>();
        final Map<Long, Instant> due = new HashMap<>();
        final Map<Long, Boolean> paused = new HashMap<>();
        final Map<Long, Boolean> ended = new HashMap<>();
        final Set<String> standing = new HashSet<>();
        final Map<String, Duration> later = new HashMap<>();

        synchronized void add(WorkItem item) {
            open.add(item);
        }

        synchronized void remove(String task) {
            open.removeIf(item -> item.task().equals(task));
        }

        synchronized Optional<WorkItem> of(String ref, String key) {
            return open.stream()
                    .filter(item -> item.ref().equals(ref) && item.key().equals(key))
                    .findFirst();
        }

        @Override
        public Optional<WorkItem> find(long id) {
            return open.stream().filter(item -> item.id() == id).findFirst();
        }

        @Override
        public synchronized void blocked(String ref, String key, boolean blocked) {
            open.replaceAll(i -> i.ref().equals(ref) && i.key().equals(key) ? blocked(i, blocked) : i);
        }

        private static WorkItem blocked(WorkItem i, boolean blocked) {
            return new WorkItem(
                    i.id(),
                    i.task(),
                    i.key(),
                    i.process(),
                    i.ref(),
                    i.caseId(),
                    i.kind(),
                    i.number(),
                    i.title(),
                    i.subject(),
                    i.stage(),
                    i.post(),
                    i.assignee(),
                    i.created(),
                    i.due(),
                    i.started(),
                    i.paused(),
                    blocked,
                    i.claim(),
                    i.version() + 1);
        }

        @Override
        public void due(long stage, Instant moment) {
            due.put(stage, moment);
        }

        @Override
        public void paused(long stage, boolean state) {
            paused.put(stage, state);
            open.stream().filter(i -> Long.valueOf(stage).equals(i.stage())).forEach(i -> {
                if (state) {
                    standing.add(i.ref());
                } else {
                    standing.remove(i.ref());
                }
            });
        }

        @Override
        public void ended(long stage, boolean state) {
            ended.put(stage, state);
        }

        @Override
        public void stopped(String ref) {
            standing.add(ref);
        }

        @Override
        public void resumed(String ref, Duration stood) {
            if (standing.remove(ref)) {
                later.merge(ref, stood, Duration::plus);
            }
        }

        @Override
        public void copy(UUID caseId, Said subject, String group, UUID by) {}

        @Override
        public int urge(java.util.Collection<String> refs, UUID by, Post as) {
            return 0;
        }
    }

    static class Timeline implements CaseFiles {
        final List<String> acts = java.util.Collections.synchronizedList(new ArrayList<>());

        @Override
        public UUID open(String kind, String title, String unit, UUID startedBy) {
            throw new UnsupportedOperationException();
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
            return Optional.empty();
        }

        @Override
        public CaseFile get(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void retitle(UUID id, Said title) {}

        @Override
        public void practise(UUID id) {}

        @Override
        public String number(UUID id, String series) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(UUID id) {}

        @Override
        public void record(UUID id, String act, UUID by, Post post, String remark, Map<String, ?> facts) {
            acts.add(act + ": " + remark);
        }

        @Override
        public List<CaseEvent> timeline(UUID id) {
            return List.of();
        }
    }
}
