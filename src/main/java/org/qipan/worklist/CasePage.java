package org.qipan.worklist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEvent;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;

/**
 * What a capability gives to the worklist so that its tasks can be listed, opened and done there. One bean per kind of case. All calls
 * are made inside the worklist's transaction.
 */
public interface CasePage {

    /** Key of {@link #completing}'s values when a task ends by 退回修改: {@code Map<String, String>}, id of the item → remark. */
    String RETURNED = "returned";

    /** The kind of case this page serves: {@code campaign} … */
    String kind();

    /** The models whose tasks it serves. */
    List<String> processes();

    /** What is known about a new task of one of its processes; called in the engine's transaction, so one statement at most. */
    WorkFacts facts(String process, String key, String ref);

    /** Address of the case. */
    String url(UUID caseId);

    /** Case summary beside the form: message key of the label → text. */
    List<Fact> summary(WorkItem item);

    /** Values to start the form with. */
    Prefill prefill(WorkItem item);

    /**
     * A task that is worked on more than a form allows: the Thymeleaf fragment ({@code campaign/_checklist :: panel}) and its model, shown
     * above the form; null for a form alone.
     */
    default @Nullable Panel panel(WorkItem item, Staff by) {
        return null;
    }

    /**
     * Writes what was decided, before the engine goes on.
     *
     * @param values accepted by the form
     * @return variables for the process: ids and decisions only
     * @throws Refused if the rules of the capability forbid it now; nothing is kept but the draft
     */
    Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as);

    /** Whether a person may open a case of this kind: the same answer as its page gives. */
    default boolean visible(UUID caseId, Staff reader) {
        return false;
    }

    /** Whether cases of this kind exist; else its tasks belong to cases of other kinds. */
    default boolean ownsCases() {
        return true;
    }

    /** What the reader of this task may read of the course of its case. */
    default List<CaseEvent> course(WorkItem item, List<CaseEvent> whole) {
        return whole;
    }

    /** The rule the clock of a task follows; null if no law and no agreement sets it, but the office itself. */
    default @Nullable TermRule rule(WorkItem item) {
        return null;
    }

    /** The clock of a task was extended: keeps it where the capability keeps it. @param reason as it was asked for, and granted */
    default void extended(WorkItem item, Instant due, String reason) {}

    /** Items that may be returned one by one from this task: id → label; empty if the task has no 退回修改. What is chosen comes as {@link #RETURNED}. */
    default Map<String, String> returnable(WorkItem item) {
        return Map.of();
    }

    /** The posts an item may be given to or sent to for reading, as far as the capability has a say. */
    default Predicate<Post> offered(WorkItem item) {
        return post -> true;
    }

    /** Why a task stays with its post, as a message key: nobody else could do it; null if it may be given to another post. */
    default @Nullable String stays(WorkItem item) {
        return null;
    }

    /**
     * Key of the task whose result this one decides on; null if it decides on none. Whoever stood in for somebody in one of the two must not
     * do both: standing in is no way round the second pair of eyes.
     */
    default @Nullable String decidesOn(WorkItem item) {
        return null;
    }

    /**
     * Key of the task that waits after a completed one as long as that may be taken back; null if it may not. Whether somebody has touched
     * what waits is looked after by whoever asks.
     */
    default @Nullable String recallable(WorkItem done) {
        return null;
    }

    /**
     * 撤回: takes a completed task back, so that what waits after it goes and the work is open again. The act itself is written by the
     * caller.
     *
     * @throws Refused if somebody went on meanwhile, or the rules forbid it now
     */
    default void recall(WorkItem done) {
        throw new IllegalStateException("tasks of " + done.process() + " cannot be taken back");
    }

    /** What was chosen for {@link #RETURNED}: remark by item, in the order of the form; empty if nothing was. */
    static Map<String, String> returned(Map<String, Object> values) {
        Map<String, String> remarks = new LinkedHashMap<>();
        if (values.get(RETURNED) instanceof Map<?, ?> chosen) {
            chosen.forEach((item, remark) -> remarks.put(item.toString(), remark.toString()));
        }
        return remarks;
    }

    /** A line of the summary. */
    record Fact(String label, String text, @Nullable String href) {}

    /** Values and, by the same keys, where they come from (message key, or {@code key|argument}), shown beside the field. */
    record Prefill(Map<String, Object> values, Map<String, String> sources) {
        public static final Prefill NONE = new Prefill(Map.of(), Map.of());
    }

    /** A fragment and its model. */
    record Panel(String fragment, Map<String, Object> model) {

        /** Of {@code campaign/_checklist :: panel} the first part. */
        public String template() {
            return part(0);
        }

        /** Of {@code campaign/_checklist :: panel} the second part. */
        public String name() {
            return part(1);
        }

        private String part(int no) {
            return fragment.split("\\s*::\\s*", 2)[no];
        }
    }
}
