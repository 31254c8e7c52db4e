package org.qipan.task;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.desk.ItemLamps;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Unit;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.form.Drafts;
import org.qipan.form.Form;
import org.qipan.form.FormView;
import org.qipan.form.Forms;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Puts the task page together from the item, its capability, its form and its case. */
@Component
class TaskPages {

    private final CasePages pages;
    private final CaseFiles cases;
    private final Files files;
    private final Workflow workflow;
    private final Forms forms;
    private final Directory directory;
    private final ItemLamps lamps;
    private final Rulers rulers;
    private final TaskTargets targets;
    private final TaskDrafts taskDrafts;
    private final Remarks remarks;
    private final TaskExtras extras;
    private final MessageSource messages;

    TaskPages(
            CasePages pages,
            CaseFiles cases,
            Files files,
            Workflow workflow,
            Forms forms,
            Directory directory,
            ItemLamps lamps,
            Rulers rulers,
            TaskTargets targets,
            TaskDrafts taskDrafts,
            Remarks remarks,
            TaskExtras extras,
            MessageSource messages) {
        this.pages = pages;
        this.cases = cases;
        this.files = files;
        this.workflow = workflow;
        this.forms = forms;
        this.directory = directory;
        this.lamps = lamps;
        this.rulers = rulers;
        this.targets = targets;
        this.taskDrafts = taskDrafts;
        this.remarks = remarks;
        this.extras = extras;
        this.messages = messages;
    }

    /** What a refused submission brings back. */
    record Typed(Map<String, Object> values, List<Forms.FieldError> fields, List<String> errors) {
        static final Typed NOTHING = new Typed(Map.of(), List.of(), List.of());
    }

    /** Fills the model of {@code task/show}. Not read-only: a panel may record that somebody looked at what it shows. */
    @Transactional
    public void fill(Model model, Seen seen, Typed typed, boolean fromDraft) {
        WorkItem item = seen.item();
        CasePage page = pages.of(item.process());
        extras.fill(model, seen);
        CasePage.@Nullable Panel panel = seen.workable() ? page.panel(item, seen.worker()) : null;
        if (panel != null) {
            model.addAllAttributes(panel.model());
        }
        Drafts.@Nullable Offer draft = seen.workable() && typed == Typed.NOTHING && !fromDraft
                ? taskDrafts.find(seen).map(Drafts.Draft::offer).orElse(null)
                : null;
        Map<String, String> returnable = seen.workable() ? page.returnable(item) : Map.of();
        model.addAttribute(
                "page",
                new TaskPage(
                        seen,
                        item,
                        directory
                                .find(item.post().unit())
                                .map(Unit::name)
                                .orElse(item.post().unit()),
                        directory.title(item.post()),
                        signedBy(item),
                        seen.open() ? lamps.of(item) : null,
                        seen.open() ? rulers.of(item) : null,
                        page.ownsCases() ? page.url(item.caseId()) : null,
                        page.summary(item),
                        seen.workable() ? form(page, seen, typed, fromDraft) : null,
                        panel == null ? null : panel.template(),
                        panel == null ? null : panel.name(),
                        page.course(item, cases.timeline(item.caseId())),
                        readable(seen),
                        returnable,
                        returnable.isEmpty() ? List.of() : remarks.of(seen.by().id()),
                        seen.workable() && !seen.asked() ? targets.of(item) : Map.of(),
                        page.stays(item),
                        looksAtCourses(seen.by()),
                        UUID.randomUUID(),
                        draft,
                        typed.errors()));
    }

    /** What only the server knows of the form: read-only fields take their value from it. */
    Map<String, Object> context(Seen seen) {
        return pages.of(seen.item().process()).prefill(seen.item()).values();
    }

    /** The form the task was deployed with, null if it has none. */
    @Nullable
    Form form(WorkItem item) {
        String json = workflow.form(item.task());
        return json == null ? null : forms.parse(json);
    }

    /** Officers and leaders argue about models; nobody else needs to see one. */
    static boolean looksAtCourses(Staff staff) {
        return staff.posts().stream()
                .map(Post::role)
                .anyMatch(role -> role.endsWith("-officer") || role.endsWith("-leader"));
    }

    private @Nullable FormView form(CasePage page, Seen seen, Typed typed, boolean fromDraft) {
        Form form = form(seen.item());
        if (form == null) {
            return null;
        }
        CasePage.Prefill prefill = page.prefill(seen.item());
        Map<String, Object> values = new HashMap<>(prefill.values());
        if (fromDraft) {
            values.putAll(forms.read(form, taskDrafts.parameters(seen), prefill.values())
                    .typed());
        }
        values.putAll(typed.values());
        return forms.view(form, values, sources(prefill), typed.fields());
    }

    private List<StoredFile> readable(Seen seen) {
        return files.of(seen.item().caseId()).stream()
                .filter(file -> files.readable(file.id(), seen.by()).isPresent())
                .toList();
    }

    /** {@code key} or {@code key|argument} as text. */
    private Map<String, String> sources(CasePage.Prefill prefill) {
        Locale locale = LocaleContextHolder.getLocale();
        return prefill.sources().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            String[] parts = entry.getValue().split("\\|", -1);
            Object[] arguments = java.util.Arrays.copyOfRange(parts, 1, parts.length, Object[].class);
            return java.util.Objects.requireNonNull(messages.getMessage(parts[0], arguments, entry.getValue(), locale));
        }));
    }

    private @Nullable String signedBy(WorkItem item) {
        UUID assignee = item.assignee();
        return assignee == null
                ? null
                : directory.staff(assignee).map(Staff::name).orElseGet(() -> directory.title(item.post()));
    }
}
