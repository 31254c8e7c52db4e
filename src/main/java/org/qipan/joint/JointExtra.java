package org.qipan.joint;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.task.Seen;
import org.qipan.task.TaskExtra;
import org.qipan.worklist.CasePage.Panel;
import org.qipan.worklist.CasePages;
import org.qipan.worklist.Refused;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an item says about the units that were asked, and that it waits for them. */
@Component
@Order(10)
class JointExtra implements TaskExtra {

    private final JointRows rows;
    private final Joints joints;
    private final Files files;
    private final CasePages pages;
    private final Directory directory;

    JointExtra(JointRows rows, Joints joints, Files files, CasePages pages, Directory directory) {
        this.pages = pages;
        this.rows = rows;
        this.joints = joints;
        this.files = files;
        this.directory = directory;
    }

    /**
     * As printed.
     *
     * @param endable the reader may withdraw it or stop waiting
     */
    record Shown(
            UUID id,
            long item,
            String unit,
            String state,
            String until,
            String question,
            @Nullable String answer,
            @Nullable String reason,
            List<StoredFile> files,
            boolean endable) {}

    @Override
    public List<Panel> notices(Seen seen) {
        List<Shown> shown = rows.of(seen.item().id()).stream()
                .filter(joint -> !joint.state().equals("withdrawn"))
                .map(joint -> shown(joint, seen))
                .toList();
        return shown.isEmpty() ? List.of() : List.of(new Panel("joint/_joint :: notice", Map.of("joints", shown)));
    }

    @Override
    public @Nullable Panel act(Seen seen) {
        return joints.mayAsk(seen) && pages.of(seen.item().process()).ownsCases()
                ? new Panel("joint/_joint :: act", Map.of())
                : null;
    }

    @Override
    public void completing(Seen seen) {
        String open = rows.of(seen.item().id()).stream()
                .filter(Joint::waits)
                .map(joint -> directory.name(joint.to().unit()))
                .collect(Collectors.joining("、"));
        if (!open.isEmpty()) {
            throw new Refused("joint.refused.open", open);
        }
    }

    private Shown shown(Joint joint, Seen seen) {
        List<UUID> given = rows.files(joint.id(), true);
        return new Shown(
                joint.id(),
                joint.item(),
                directory.name(joint.to().unit()),
                joint.state(),
                Deadlines.lastDay(joint.due()).toString(),
                joint.question(),
                joint.answer(),
                joint.reason(),
                files.of(joint.caseId()).stream()
                        .filter(file -> given.contains(file.id()))
                        .toList(),
                joint.waits() && seen.mine() && seen.open() && !seen.asked());
    }
}
