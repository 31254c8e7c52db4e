package org.qipan.joint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.casefile.CaseEvent;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.file.FileAccess;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.worklist.AskedPage;
import org.qipan.worklist.Copies;
import org.qipan.worklist.ItemWords;
import org.qipan.worklist.ReadMarks;
import org.qipan.worklist.StandIns;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.qipan.worklist.WorkItems;
import org.springframework.stereotype.Component;

/** How a question is listed, shown and answered at the desk of the unit that was asked: it sees the question, not the whole case. */
@Component
class JointWork implements AskedPage, FileAccess {

    private final JointRows rows;
    private final WorkItems items;
    private final Files files;
    private final CaseFiles cases;
    private final Copies copies;
    private final ReadMarks marks;
    private final StandIns standIns;
    private final Exclusions exclusions;
    private final Directory directory;
    private final ItemWords words;

    JointWork(
            JointRows rows,
            WorkItems items,
            Files files,
            CaseFiles cases,
            Copies copies,
            ReadMarks marks,
            StandIns standIns,
            Exclusions exclusions,
            Directory directory,
            ItemWords words) {
        this.rows = rows;
        this.items = items;
        this.files = files;
        this.cases = cases;
        this.copies = copies;
        this.marks = marks;
        this.standIns = standIns;
        this.exclusions = exclusions;
        this.directory = directory;
        this.words = words;
    }

    /** A question as printed for the one who answers. */
    record Shown(String by, String question, String until, List<StoredFile> files) {}

    @Override
    public String kind() {
        return Joints.PROCESS;
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Joint joint = joint(ref);
        WorkItem about = items.find(joint.item()).orElseThrow().item();
        Said subject = Said.of("joint.subject", words.of(about));
        return new WorkFacts(joint.caseId(), subject, null, joint.due(), joint.at(), false, false, false, false, false);
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        Joint joint = joint(item.ref());
        List<UUID> shown = rows.files(joint.id(), false);
        return new Panel(
                "joint/_joint :: question",
                Map.of(
                        "question",
                        new Shown(
                                directory.title(joint.as()),
                                joint.question(),
                                Deadlines.lastDay(joint.due()).toString(),
                                files.of(joint.caseId()).stream()
                                        .filter(file -> shown.contains(file.id()))
                                        .toList())));
    }

    /** What the asked unit itself did; the rest of the case is not its business. */
    @Override
    public List<CaseEvent> course(WorkItem item, List<CaseEvent> whole) {
        return whole.stream()
                .filter(event -> {
                    Post post = event.post();
                    return post != null && post.unit().equals(item.post().unit());
                })
                .toList();
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        Joint joint = joint(item.ref());
        WorkItem about = items.lock(joint.item()).orElse(null);
        String answer = String.valueOf(values.get("answer")).strip();
        if (!rows.end(joint, "answered", by.id(), Said.typed(answer))) {
            throw Joints.over();
        }
        Collection<UUID> given = values.get("files") instanceof List<?> chosen
                ? chosen.stream().map(file -> UUID.fromString(file.toString())).toList()
                : List.of();
        files.attach(given, joint.caseId(), by.id());
        rows.add(joint.id(), given, true);
        cases.record(joint.caseId(), "joint-answered", by.id(), as, answer, Map.of());
        if (about != null) {
            copies.tell(about, "joint-answered", about.post());
            marks.again(about.id(), joint.askedBy());
        }
        return Map.of();
    }

    /** What was shown to a unit or given by it, to whoever works for the posts of either side. */
    @Override
    public boolean mayRead(UUID caseId, UUID file, Staff staff) {
        List<Post> posts = Stream.concat(staff.posts().stream(), standIns.standing(staff, caseId).posts().stream())
                .distinct()
                .toList();
        return rows.touches(caseId, file, posts) && !exclusions.excludes(caseId, staff);
    }

    private Joint joint(String ref) {
        return rows.find(UUID.fromString(ref)).orElseThrow();
    }
}
