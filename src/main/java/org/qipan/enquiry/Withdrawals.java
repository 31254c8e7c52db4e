package org.qipan.enquiry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.qipan.casefile.CaseEnded;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Copies;
import org.qipan.worklist.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤回 of a letter that is not answered. Whoever was asked reads that it is withdrawn and nothing else: why, and that a matter ended, would tell
 * him of a matter (信访工作条例 art. 30).
 */
@Component
@Transactional
class Withdrawals {

    static final int LONGEST = 500;

    private static final String ACT = "enquiry.withdrawn";

    private final EnquiryTable table;
    private final CaseFiles cases;
    private final Workflow workflow;
    private final Copies copies;
    private final Directory directory;

    Withdrawals(EnquiryTable table, CaseFiles cases, Workflow workflow, Copies copies, Directory directory) {
        this.table = table;
        this.cases = cases;
        this.workflow = workflow;
        this.copies = copies;
        this.directory = directory;
    }

    /** Whether this person may take it back: whoever asked, in the post in which it was asked. */
    static boolean may(Enquiry enquiry, Staff by) {
        return enquiry.waits() && by.holds(enquiry.from());
    }

    /** @throws Refused naming {@code reason}, or if it is no letter of the matter that he may take back */
    void withdraw(UUID matter, UUID letter, String reason, Staff by) {
        Enquiry enquiry = table.find(letter)
                .filter(one -> one.complaint().equals(matter) && may(one, by))
                .orElseThrow(() -> new Refused("enquiry.refused.over"));
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw Refused.at("reason", "enquiry.refused.why", LONGEST);
        }
        String why = reason.strip();
        if (!withdrawn(enquiry, Said.typed(why))) {
            throw new Refused("enquiry.refused.over");
        }
        cases.record(enquiry.complaint(), ACT, by.id(), enquiry.from(), why, facts(enquiry));
    }

    /** What is asked for a matter that is over needs no answer. */
    @EventListener
    public void on(CaseEnded ended) {
        table.of(ended.caseId()).stream()
                .filter(Enquiry::waits)
                .filter(enquiry -> withdrawn(enquiry, ended.why()))
                .forEach(enquiry -> {
                    Map<String, Object> facts = facts(enquiry);
                    facts.put("why", ended.why());
                    cases.record(ended.caseId(), ACT, null, null, null, facts);
                });
    }

    private boolean withdrawn(Enquiry enquiry, Said why) {
        if (!table.withdraw(enquiry.id(), why)) {
            return false;
        }
        workflow.cancel(Enquiries.KIND, enquiry.id().toString(), "withdrawn");
        cases.record(enquiry.id(), ACT, null, enquiry.from(), null, Map.of());
        cases.close(enquiry.id());
        copies.tell(enquiry.id(), Said.of("enquiry.title"), "enquiry-withdrawn", enquiry.to());
        return true;
    }

    private Map<String, Object> facts(Enquiry enquiry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", Objects.requireNonNullElse(enquiry.number(), ""));
        facts.put("to", directory.name(enquiry.to().unit()));
        return facts;
    }
}
