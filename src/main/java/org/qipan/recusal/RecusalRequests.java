package org.qipan.recusal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.recusal.RequestTable.Place;
import org.qipan.remit.ReceivingDesk;
import org.qipan.task.Ground;
import org.qipan.task.Recusals;
import org.qipan.vault.Safe;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.HeldPosts;
import org.qipan.worklist.Refused;
import org.qipan.worklist.Refused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申请回避 by the petitioner (信访工作条例 art. 28; 公务员法 arts. 76, 77): the head of the unit decides, and about a head the level above him.
 * Who decides reads why it is asked for, and of a sealed matter nothing more.
 */
@Service
@Transactional
public class RecusalRequests {

    /** Kind of the case a request is, and its process. */
    static final String KIND = "recusal";

    private static final int TEXT = 2000;

    private final RequestTable table;
    private final ReceivingDesk desk;
    private final HeldPosts posts;
    private final Directory directory;
    private final Exclusions exclusions;
    private final Recusals recusals;
    private final Workflow workflow;
    private final CaseFiles cases;
    private final Safe safe;
    private final Audit audit;

    RecusalRequests(
            RequestTable table,
            ReceivingDesk desk,
            HeldPosts posts,
            Directory directory,
            Exclusions exclusions,
            Recusals recusals,
            Workflow workflow,
            CaseFiles cases,
            Safe safe,
            Audit audit) {
        this.table = table;
        this.desk = desk;
        this.posts = posts;
        this.directory = directory;
        this.exclusions = exclusions;
        this.recusals = recusals;
        this.workflow = workflow;
        this.cases = cases;
        this.safe = safe;
        this.audit = audit;
    }

    /**
     * Asks that somebody leave the matter, which the caller has found by its receipt.
     *
     * @param whom key of {@link Whom}
     * @param text why, in the petitioner's words; sealed in the vault
     * @throws Refused naming the field {@code text} or {@code whom}, or if the matter is over or the same was asked for and is not decided
     */
    public void ask(UUID matter, String whom, String text) {
        Whom meant = checked(whom, text);
        Place place = table.place(matter);
        if (!place.open()) {
            throw new Refused("complaint.refused.over");
        }
        if (table.of(matter).stream().anyMatch(one -> one.open() && one.whom().equals(meant.key()))) {
            throw new Refused("recusal.refused.waiting");
        }
        Post decider = decider(matter, place, meant).orElseThrow(() -> new Refused("recusal.refused.nobody"));
        // A version 4 id, and sealed: neither its time nor its area leads to the matter.
        UUID id = UUID.randomUUID();
        cases.open(id, KIND, Said.of("recusal.subject"), decider.unit(), null);
        exclusions.copy(matter, id);
        exclusions.seal(id, true);
        Request request = table.insert(id, matter, meant.key(), null, decider);
        // Nobody decides about himself: where he alone holds the post, the task goes up as it is created.
        meant(request).stream()
                .filter(one -> one.holds(decider))
                .forEach(one -> exclusions.exclude(id, one.id(), "meant"));
        safe.put(matter, request.field(), text.strip());
        cases.record(matter, "recusal-asked", null, null, null, Map.of("to", Said.post(decider, directory)));
        workflow.start(KIND, id.toString(), Map.of("role", decider.role(), "unit", decider.unit()));
    }

    private static Whom checked(String whom, String text) {
        Optional<Whom> meant = Whom.of(whom);
        List<Reason> broken = new ArrayList<>();
        if (meant.isEmpty()) {
            broken.add(new Reason("whom", "recusal.refused.whom", List.of()));
        }
        if (text.isBlank()) {
            broken.add(new Reason("text", "complaint.refused.empty", List.of()));
        } else if (text.length() > TEXT) {
            broken.add(new Reason("text", "complaint.refused.long", List.of(TEXT)));
        }
        if (!broken.isEmpty()) {
            throw new Refused(broken);
        }
        return meant.orElseThrow();
    }

    private Optional<Post> decider(UUID matter, Place place, Whom meant) {
        String unit = unit(place, meant);
        Optional<Post> head = desk.head(unit, matter);
        return meant == Whom.HEAD ? head.flatMap(one -> posts.above(one.unit(), Duty.HEAD, matter)) : head;
    }

    private static String unit(Place place, Whom meant) {
        String lead = place.lead();
        return meant == Whom.DESK || lead == null ? place.desk() : lead;
    }

    /** The petitioner's words; empty if the matter was destroyed meanwhile. */
    String words(Request request) {
        return safe.open(request.caseId(), List.of(request.field())).getOrDefault(request.field(), "");
    }

    /** Whom the request may mean: who holds the post that does it, without those who have left. */
    List<Staff> meant(Request request) {
        if (request.own()) {
            return List.of();
        }
        Place place = table.place(request.caseId());
        Whom whom = Whom.of(request.whom()).orElseThrow();
        String unit = unit(place, whom);
        Optional<Post> post = switch (whom) {
            case DESK -> Optional.of(ReceivingDesk.officer(place.desk()));
            case HANDLER -> desk.handler(unit, request.caseId());
            case HEAD -> desk.head(unit, request.caseId());
        };
        // The matter may lie higher up by now, with people whom this head does not lead.
        return post
                .filter(one -> directory.covers(request.decider().unit(), one.unit()))
                .map(directory::holders)
                .orElse(List.of())
                .stream()
                .filter(one -> !exclusions.excludes(request.caseId(), one))
                .toList();
    }

    /**
     * 回避决定: those who leave lose the matter at this moment.
     *
     * @param leaving ids of people; none refuses the request
     * @param reason the petitioner reads it on the tracking page
     * @param as the post that has the task
     * @throws Refused if it is decided already, or somebody is named who is not meant
     */
    void decide(Request request, Collection<UUID> leaving, @Nullable Ground ground, String reason, Staff by, Post as) {
        List<Staff> gone = meant(request).stream()
                .filter(one -> leaving.contains(one.id()))
                .toList();
        if (gone.size() != leaving.size() || !gone.isEmpty() && ground == null || reason.isBlank()) {
            throw new Refused("task.recusal.invalid");
        }
        String state = gone.isEmpty() ? "refused" : "granted";
        if (!table.decide(request, state, reason.strip(), by.id())) {
            throw new Refused("recusal.refused.decided");
        }
        cases.record(request.caseId(), "recusal-" + state, by.id(), as, null, Map.of());
        cases.close(request.id());
        audit.record(
                by.actor(), "recusal.audit." + state, "case", request.caseId().toString(), Map.of());
        if (ground != null) {
            gone.forEach(one -> recusals.decide(request.caseId(), one, ground, reason.strip(), by));
        }
    }
}
