package org.qipan.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.form.Form;
import org.qipan.form.FormView;
import org.qipan.form.Forms;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Does one item from a page that shows several: the same form, rules, drafts and effects as on its own page. */
@Component
public class RowWork {

    private final TaskPages pages;
    private final TaskDrafts drafts;
    private final Forms forms;
    private final Completions completions;
    private final Notices notices;

    RowWork(TaskPages pages, TaskDrafts drafts, Forms forms, Completions completions, Notices notices) {
        this.pages = pages;
        this.drafts = drafts;
        this.forms = forms;
        this.completions = completions;
        this.notices = notices;
    }

    /**
     * How an item stands.
     *
     * @param done it was taken
     * @param form with what was typed, null if it has none or is done
     * @param errors reasons that belong to no field, and why it cannot be done at all
     */
    public record Sheet(boolean done, @Nullable FormView form, List<String> errors) {}

    /** The form with the draft, if there is one; no form and a reason where it cannot be worked on. */
    public Sheet open(Seen seen) {
        Form form = seen.workable() ? pages.form(seen.item()) : null;
        if (form == null) {
            return closed(seen);
        }
        Map<String, Object> values = new HashMap<>(pages.context(seen));
        values.putAll(
                forms.read(form, drafts.parameters(seen), pages.context(seen)).typed());
        return new Sheet(false, forms.view(form, values, Map.of(), List.of()), List.of());
    }

    /** What was typed and not submitted, shown again. */
    public Sheet typed(Seen seen, MultiValueMap<String, String> parameters) {
        Form form = seen.workable() ? pages.form(seen.item()) : null;
        if (form == null) {
            return closed(seen);
        }
        Map<String, Object> typed =
                forms.read(form, parameters, pages.context(seen)).typed();
        return new Sheet(false, forms.view(form, typed, Map.of(), List.of()), List.of());
    }

    /** Submits one; what is refused is kept as a draft and shown again. */
    public Sheet submit(Seen seen, UUID key, int version, MultiValueMap<String, String> parameters) {
        Form form = seen.open() ? pages.form(seen.item()) : null;
        Forms.Submission submission = form == null
                ? new Forms.Submission(Map.of(), Map.of(), List.of())
                : forms.read(form, parameters, pages.context(seen));
        if (!submission.valid()) {
            drafts.keep(seen, parameters);
            return new Sheet(false, view(form, submission.typed(), submission.errors()), List.of());
        }
        var submitted = new Completions.Submitted(
                key, "POST /tasks/" + seen.item().id() + "/completion", version, Once.hash(parameters));
        try {
            completions.complete(seen, "completed", submission.values(), submitted, () -> "/worklist");
            drafts.discard(seen);
            return new Sheet(true, null, List.of());
        } catch (Refused e) {
            drafts.keep(seen, parameters);
            return refused(form, submission.typed(), e);
        } catch (Once.KeyReused e) {
            drafts.keep(seen, parameters);
            return refused(form, submission.typed(), new Refused("task.refused.key"));
        } catch (Conflict e) {
            drafts.keep(seen, parameters);
            return refused(seen.workable() ? form : null, submission.typed(), new Refused("task.conflict.stale"));
        }
    }

    private Sheet refused(@Nullable Form form, Map<String, Object> typed, Refused refused) {
        List<Forms.FieldError> fields = refused.reasons().stream()
                .filter(reason -> reason.field() != null)
                .map(reason -> new Forms.FieldError(Objects.requireNonNull(reason.field()), text(reason)))
                .toList();
        List<String> others = refused.reasons().stream()
                .filter(reason -> reason.field() == null)
                .map(this::text)
                .toList();
        return new Sheet(false, view(form, typed, fields), others);
    }

    private Sheet closed(Seen seen) {
        String key = !seen.open()
                ? "task.row.closed"
                : seen.toBeClaimed()
                        ? "task.refused.unclaimed"
                        : seen.takenByOther() ? "task.row.taken" : "task.row.form";
        return new Sheet(false, null, List.of(notices.text(key)));
    }

    private @Nullable FormView view(@Nullable Form form, Map<String, Object> typed, List<Forms.FieldError> errors) {
        return form == null ? null : forms.view(form, typed, Map.of(), errors);
    }

    private String text(Refused.Reason reason) {
        return notices.text(reason.key(), reason.arguments().toArray());
    }
}
