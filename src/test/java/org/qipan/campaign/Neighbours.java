package org.qipan.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.form.Drafts;
import org.qipan.plan.Measures;
import org.qipan.workflow.Course;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Refused;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.Worklist;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The contracts around the campaign's pages, answering simply and remembering what they were asked. */
public final class Neighbours implements CurrentStaff, Drafts, Measures, RunningCampaign, Worklist, Workflow {

    public Staff staff = Town.DRAFTER;
    final Map<String, Draft> drafts = new HashMap<>();
    public final Map<String, Map<String, BigDecimal>> totals = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    /** The campaign whose task waits for the person who asks. */
    @Nullable
    public UUID waiting;

    /** As it was before the first question. */
    void forget() {
        staff = Town.DRAFTER;
        drafts.clear();
        asked.clear();
        totals.clear();
        waiting = null;
    }

    @Override
    public Staff get() {
        return staff;
    }

    @Override
    public Optional<Staff> find() {
        return Optional.of(staff);
    }

    @Override
    public void save(UUID by, String subject, String title, String url, String json) {
        drafts.put(subject, new Draft(subject, title, url, json, Instant.EPOCH));
    }

    @Override
    public Optional<Draft> find(UUID by, String subject) {
        return Optional.ofNullable(drafts.get(subject));
    }

    @Override
    public List<Draft> of(UUID by) {
        return List.copyOf(drafts.values());
    }

    @Override
    public void discard(UUID by, String subject) {
        drafts.remove(subject);
    }

    @Override
    public List<Measure> all() {
        return List.of(new Measure("visit-rental", "走访出租屋", "间"), new Measure("lecture", "讲座", "场"));
    }

    @Override
    public boolean atTheDoor(String measure) {
        return measure.startsWith("visit");
    }

    @Override
    public Map<String, Map<String, BigDecimal>> totals(
            UUID campaign, Collection<String> measures, String within, LocalDate from, LocalDate to) {
        return totals;
    }

    @Override
    public void begin(UUID campaign) {
        asked.add("begin");
    }

    @Override
    public void submit(UUID campaign, Staff by, Post as) {
        asked.add("submit " + as.group());
    }

    @Override
    public OptionalLong task(UUID campaign, Staff by) {
        return campaign.equals(waiting) ? OptionalLong.of(77) : OptionalLong.empty();
    }

    @Override
    public void pause(long stage, String reason, Staff by, Post as) {
        asked.add("pause " + reason);
    }

    @Override
    public void resume(long stage, String reason, Staff by, Post as) {
        throw new Refused("campaign.refused.over");
    }

    @Override
    public void extend(long stage, LocalDate closes, String reason, Staff by, Post as) {
        asked.add("extend " + closes);
    }

    @Override
    public void addStage(
            UUID campaign, String name, LocalDate opens, LocalDate closes, String reason, Staff by, Post as) {
        asked.add("stage " + name + " " + opens + " " + closes);
    }

    @Override
    public void reissue(long stage, Collection<String> units, String reason, Staff by, Post as) {
        asked.add("reissue " + units);
    }

    @Override
    public void join(UUID campaign, String unit, String reason, Staff by, Post as) {
        asked.add("join " + unit);
    }

    @Override
    public void withdraw(UUID campaign, String unit, String reason, Staff by, Post as) {
        asked.add("withdraw " + unit);
    }

    @Override
    public void merge(UUID campaign, String from, String into, String reason, Staff by, Post as) {
        asked.add("merge " + from + " " + into);
    }

    @Override
    public void reopen(long stage, String reason, Staff by, Post as) {
        asked.add("reopen " + as.role());
    }

    @Override
    public void recall(long part, String reason, Staff by, Post as) {
        asked.add("recall " + as.group());
    }

    @Override
    public void sendBack(long upper, String unit, Map<Long, String> items, String reason, Staff by, Post as) {
        asked.add("send back " + unit + " " + items.values() + " " + as.role());
    }

    @Override
    public void cancel(UUID campaign, String reason, Staff by, Post as) {
        asked.add("cancel " + as.role());
    }

    @Override
    public Optional<WorkItem> find(long id) {
        return Optional.empty();
    }

    @Override
    public void blocked(String ref, String key, boolean blocked) {}

    @Override
    public void due(long stage, @Nullable Instant due) {}

    @Override
    public void paused(long stage, boolean paused) {}

    @Override
    public void ended(long stage, boolean ended) {}

    @Override
    public void stopped(String ref) {}

    @Override
    public void resumed(String ref, java.time.Duration stood) {}

    @Override
    public void copy(UUID caseId, Said subject, String group, UUID by) {}

    @Override
    public int urge(Collection<String> refs, UUID by, Post as) {
        asked.add("urge " + refs.size() + " " + as.group());
        return refs.size();
    }

    @Override
    public void startAt(String process, String ref, String activity, java.util.Map<String, ?> variables) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start(String process, String ref, Map<String, ?> variables) {}

    @Override
    public boolean awaits(String message, String process, String ref) {
        return false;
    }

    @Override
    public boolean correlate(String message, String process, String ref) {
        return false;
    }

    @Override
    public void claim(String task, UUID by) {}

    @Override
    public void release(String task) {}

    @Override
    public void complete(String task, Map<String, ?> variables) {}

    @Override
    public void cancel(String process, String ref, String reason) {}

    @Override
    public void moveTimers(String process, String ref, String activity, Map<String, ?> where, Instant due) {}

    @Override
    public void addInstance(String process, String ref, String activity, Map<String, ?> variables) {}

    @Override
    public @Nullable String task(String process, String ref, String key) {
        return null;
    }

    @Override
    public MultiValueMap<String, String> parameters(Draft draft) {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable String form(String task) {
        return null;
    }

    @Override
    public @Nullable Course course(String process, String ref) {
        return null;
    }
}
