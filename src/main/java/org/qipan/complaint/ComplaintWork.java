package org.qipan.complaint;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Said;
import org.qipan.course.ComplaintClocks;
import org.qipan.course.Route;
import org.qipan.deadline.ComplaintTerms;
import org.qipan.deadline.PetitionTerms;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.page.Texts;
import org.qipan.remit.ReceivingDesk;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the tasks of a matter are listed, shown and done in the worklist. */
@Component
class ComplaintWork implements CasePage {

    /** Clocks of whoever handles or answers. */
    private static final String[] ANSWERING = Arrays.stream(Route.values())
            .map(Route::rule)
            .filter(Objects::nonNull)
            .map(TermRule::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final ComplaintTable table;
    private final ComplaintClocks clocks;
    private final ComplaintDecisions decisions;
    private final ComplaintAccess access;
    private final ComplaintViews views;
    private final ComplaintChoices choices;
    private final Texts texts;

    ComplaintWork(
            JdbcClient jdbc,
            ComplaintTable table,
            ComplaintClocks clocks,
            ComplaintDecisions decisions,
            ComplaintAccess access,
            ComplaintViews views,
            ComplaintChoices choices,
            Texts texts) {
        this.jdbc = jdbc;
        this.table = table;
        this.clocks = clocks;
        this.decisions = decisions;
        this.access = access;
        this.views = views;
        this.choices = choices;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return Complaints.KIND;
    }

    @Override
    public List<String> processes() {
        return List.of(ComplaintProcess.COMPLAINT);
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        UUID id = UUID.fromString(ref);
        Said subject = Said.of("complaint.subject." + key);
        return jdbc.sql("""
                        select k.started, k.due, c.urgent from complaint c left join lateral (
                            select started, due from complaint_clock where complaint = c.id and code = any (:codes) and done is null
                            order by id desc limit 1) k on true
                        where c.id = :id""")
                .param("codes", codes(key))
                .param("id", id)
                .query((row, n) -> new WorkFacts(
                        id,
                        subject,
                        null,
                        WorkRows.instant(row, "due"),
                        WorkRows.instant(row, "started"),
                        false,
                        false,
                        false,
                        false,
                        row.getBoolean("urgent")))
                .single();
    }

    private static String[] codes(String key) {
        return switch (key) {
            case ComplaintProcess.SORT -> new String[] {PetitionTerms.ROUTING.code()};
            case ComplaintProcess.RECEIVE -> new String[] {PetitionTerms.OBJECTION.code()};
            case ComplaintProcess.DECIDE -> new String[0];
            case ComplaintProcess.CARRY, ComplaintProcess.CHECK -> new String[] {ComplaintTerms.CARRYING.code()};
            case ComplaintProcess.SERVE -> {
                String[] codes = Arrays.copyOf(ANSWERING, ANSWERING.length + 1);
                codes[ANSWERING.length] = PetitionTerms.NOTICE.code();
                yield codes;
            }
            default -> ANSWERING;
        };
    }

    @Override
    public String url(UUID caseId) {
        return "/complaints/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        Complaint complaint = complaint(item);
        Route route = complaint.route();
        return route == null
                ? List.of()
                : List.of(
                        new Fact("complaint.route", texts.text("complaint.route." + route.key()), url(item.caseId())));
    }

    @Override
    public Prefill prefill(WorkItem item) {
        return new Prefill(choices.of(item.key(), complaint(item)), Map.of());
    }

    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return access.sees(caseId, reader);
    }

    @Override
    public @Nullable TermRule rule(WorkItem item) {
        return clocks.newest(UUID.fromString(item.ref()), codes(item.key())).orElse(null);
    }

    /** Art. 34: the petitioner reads the reason on the tracking page. */
    @Override
    public void extended(WorkItem item, Instant due, String reason) {
        TermRule rule = rule(item);
        if (rule != null) {
            clocks.extended(UUID.fromString(item.ref()), rule, due, reason);
        }
    }

    /** Whoever signs an opinion did not write it. */
    @Override
    public @Nullable String decidesOn(WorkItem item) {
        return item.key().equals(ComplaintProcess.SIGN) ? ComplaintProcess.HANDLE : null;
    }

    /**
     * What lies on a desk is for petition offices, for leaders unless it is sealed, and for who handles it: before it is sorted no
     * department knows of it, and a copy is no way round the sorting (信访工作条例 arts. 22, 30).
     */
    @Override
    public Predicate<Post> offered(WorkItem item) {
        if (!item.post().role().equals(ReceivingDesk.OFFICER)) {
            return post -> true;
        }
        Complaint complaint = complaint(item);
        return post -> post.role().equals(ReceivingDesk.OFFICER)
                || post.role().endsWith("-leader") && !complaint.sealed()
                || post.unit().equals(complaint.lead());
    }

    /** Who sorts reads what the petitioner wrote, and that is for the officers of the desk alone. */
    @Override
    public @Nullable String stays(WorkItem item) {
        return item.key().equals(ComplaintProcess.SORT) ? "complaint.stays.words" : null;
    }

    @Override
    public @Nullable Panel panel(WorkItem item, Staff by) {
        return new Panel("complaint/_task :: panel", Map.of("complaint", views.page(complaint(item), by)));
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        return decisions.completing(item, values, by, as);
    }

    private Complaint complaint(WorkItem item) {
        return table.find(UUID.fromString(item.ref())).orElseThrow();
    }
}
