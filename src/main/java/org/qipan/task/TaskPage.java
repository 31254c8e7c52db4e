package org.qipan.task;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseEvent;
import org.qipan.deadline.LampView;
import org.qipan.deadline.TermRuler;
import org.qipan.file.StoredFile;
import org.qipan.form.Drafts;
import org.qipan.form.FormView;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkItem;

/**
 * Everything the task page prints.
 *
 * @param caseUrl address of the case, null if only the task is for this reader
 * @param unit full name of the unit
 * @param post words of the post it waits for
 * @param signedBy who signed for it, null if nobody
 * @param panelTemplate template and {@code panelFragment} of the capability's own panel, null without one
 * @param remarks what he wrote when he returned something before, newest first; offered again
 * @param targets posts it may be given or copied to: group → words
 * @param stays message key of why it is given to none of them, null if it may be
 * @param diagram whether this reader is offered the course
 * @param draft an unsent draft, null if there is none or it is shown already
 * @param errors reasons that belong to no field
 */
record TaskPage(
        Seen seen,
        WorkItem item,
        String unit,
        String post,
        @Nullable String signedBy,
        @Nullable LampView lamp,
        @Nullable TermRuler ruler,
        @Nullable String caseUrl,
        List<CasePage.Fact> summary,
        @Nullable FormView form,
        @Nullable String panelTemplate,
        @Nullable String panelFragment,
        List<CaseEvent> timeline,
        List<StoredFile> files,
        Map<String, String> returnable,
        List<String> remarks,
        Map<String, String> targets,
        @Nullable String stays,
        boolean diagram,
        UUID key,
        Drafts.@Nullable Offer draft,
        List<String> errors) {}
