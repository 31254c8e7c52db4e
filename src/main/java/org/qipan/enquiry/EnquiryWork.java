package org.qipan.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.deadline.Deadlines;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.CasePage;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** How a letter is listed, read and answered by the unit that is asked: as a case of its own, in which nothing else happens. */
@Component
class EnquiryWork implements CasePage {

    private final EnquiryTable table;
    private final Enquiries enquiries;
    private final Directory directory;

    EnquiryWork(EnquiryTable table, Enquiries enquiries, Directory directory) {
        this.table = table;
        this.enquiries = enquiries;
        this.directory = directory;
    }

    /** The letter as its receiver reads it. @param from the unit that asks */
    record Shown(String from, String question, String until, String answer, boolean withdrawn) {}

    @Override
    public String kind() {
        return Enquiries.KIND;
    }

    @Override
    public List<String> processes() {
        return List.of(Enquiries.KIND);
    }

    @Override
    public WorkFacts facts(String process, String key, String ref) {
        Enquiry enquiry = table.get(UUID.fromString(ref));
        return new WorkFacts(enquiry.id(), null, null, enquiry.due(), enquiry.at(), false, false, false, false);
    }

    @Override
    public String url(UUID caseId) {
        return "/enquiries/" + caseId;
    }

    @Override
    public List<Fact> summary(WorkItem item) {
        return List.of();
    }

    @Override
    public Prefill prefill(WorkItem item) {
        return Prefill.NONE;
    }

    @Override
    public Panel panel(WorkItem item, Staff by) {
        return new Panel("enquiry/_letter :: letter", Map.of("enquiry", shown(table.get(UUID.fromString(item.ref())))));
    }

    Shown shown(Enquiry enquiry) {
        String answer = enquiry.answer();
        return new Shown(
                directory.name(enquiry.from().unit()),
                enquiry.question(),
                Deadlines.lastDay(enquiry.due()).toString(),
                answer == null ? "" : answer,
                enquiry.withdrawn() != null);
    }

    /** Whoever holds the post that is asked. The side that asks reads it on the page of its matter. */
    @Override
    public boolean visible(UUID caseId, Staff reader) {
        return table.find(caseId).filter(one -> reader.holds(one.to())).isPresent();
    }

    @Override
    public void extended(WorkItem item, Instant due, String reason) {
        table.extended(UUID.fromString(item.ref()), due);
    }

    @Override
    public Map<String, Object> completing(WorkItem item, Map<String, Object> values, Staff by, Post as) {
        enquiries.answered(
                table.get(UUID.fromString(item.ref())),
                String.valueOf(values.get("answer")).strip(),
                by,
                as);
        return Map.of();
    }
}
