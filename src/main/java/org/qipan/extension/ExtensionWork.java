package org.qipan.extension;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.deadline.TermRule;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.AskedPage;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.Copies;
import org.qipan.worklist.ItemClocks;
import org.qipan.worklist.ItemWords;
import org.qipan.worklist.ReadMarks;
import org.qipan.worklist.Refused;
import org.qipan.worklist.StoredItem;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** How a request is listed, shown and decided at the desk of the one who decides. */
@Component
class ExtensionWork implements AskedPage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ExtensionRows rows;
    private final WorkItems items;
    private final CasePages pages;
    private final ItemClocks clocks;
    private final Copies copies;
    private final ReadMarks marks;
    private final CaseFiles cases;
    private final Directory directory;
    private final ItemWords words;
    private final Sayings sayings;
    private final Clock clock;

    ExtensionWork(
            ExtensionRows rows,
            WorkItems items,
            CasePages pages,
            ItemClocks clocks,
            Copies copies,
            ReadMarks marks,
            CaseFiles cases,
            Directory directory,
            ItemWords words,
            Sayings sayings,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.pages = pages;
        this.clocks = clocks;
        this.copies = copies;
        this.marks = marks;
        this.cases = cases;
        this.directory = directory;
        this.words = words;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** A request as printed for the one who decides. */
    record Shown(String about, String by, String reason, String from, String to, String kind, String article) {}

    @Override
    public String kind() {
        return Extensions.PROCESS;
    }

    /** To be decided before what it is about falls due; where that is over, by tomorrow. */
    @Override
    public WorkFacts facts(String process, String key, String ref) {
        ExtensionRequest request = request(ref);
        Instant tomorrow = LocalDate.now(clock).plusDays(2).atStartOfDay(ZONE).toInstant();
        Said subject = Said.of("extension.subject", about(request));
        return new WorkFacts(
                request.caseId(),
                subject,
                null,
                request.from().isAfter(tomorrow) ? request.from() : tomorrow,
                request.at(),
                false,
                false,
                false,
                false,
                false);
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        ExtensionRequest request = request(item.ref());
        WorkItem about = about(request.item()).item();
        TermRule rule = pages.of(about.process()).rule(about);
        return new Panel(
                "extension/_request :: request",
                Map.of(
                        "request",
                        new Shown(
                                sayings.read(about(request)),
                                directory.title(request.as()),
                                request.reason(),
                                request.fromDay().toString(),
                                request.toDay().toString(),
                                rule == null
                                        ? "deadline.kind.internal"
                                        : rule.kind().key(),
                                rule == null ? "task.ruler.article" : rule.article())));
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        ExtensionRequest request = request(item.ref());
        boolean approved = "approve".equals(values.get("decision"));
        String remark = values.get("remark") instanceof String text && !text.isBlank() ? text.strip() : null;
        check(request, approved, remark, by);
        WorkItem about = items.lock(request.item()).orElse(null);
        if (!rows.end(request, approved ? "approved" : "refused", by.id(), remark)) {
            throw Extensions.over();
        }
        if (approved) {
            extend(request, about);
        }
        String act = approved ? "extension-approved" : "extension-refused";
        cases.record(
                request.caseId(),
                act,
                by.id(),
                as,
                remark,
                Map.of("about", about(request), "until", request.toDay().toString()));
        if (about != null) {
            copies.tell(about, act, about.post());
            marks.again(about.id(), request.askedBy());
        }
        return Map.of();
    }

    private static void check(ExtensionRequest request, boolean approved, @Nullable String remark, Staff by) {
        if (by.id().equals(request.askedBy())) {
            throw new Refused("extension.refused.own");
        }
        if (!approved && remark == null) {
            throw Refused.at("remark", "extension.refused.remark");
        }
    }

    private void extend(ExtensionRequest request, @Nullable WorkItem about) {
        if (about == null || !clocks.extend(about.id(), request.from(), request.to())) {
            throw Refused.at("decision", "extension.refused.stale");
        }
        pages.of(about.process()).extended(about, request.to(), request.reason());
    }

    private Said about(ExtensionRequest request) {
        return Said.both(
                directory.name(request.as().unit()),
                words.of(about(request.item()).item()));
    }

    private StoredItem about(long item) {
        return items.find(item).orElseThrow();
    }

    private ExtensionRequest request(String ref) {
        return rows.find(UUID.fromString(ref)).orElseThrow();
    }
}
