package org.qipan.enquiry;

import java.time.LocalDate;
import java.util.UUID;
import org.qipan.campaign.DemoActs;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Staff;

/** 情况了解函 of the demo. */
public class DemoEnquiries {

    private final Enquiries enquiries;
    private final EnquirySight sight;
    private final EnquiryTable table;
    private final Directory directory;
    private final DemoActs acts;

    DemoEnquiries(Enquiries enquiries, EnquirySight sight, EnquiryTable table, Directory directory, DemoActs acts) {
        this.enquiries = enquiries;
        this.sight = sight;
        this.table = table;
        this.directory = directory;
        this.acts = acts;
    }

    public void send(UUID matter, String asked, String text, LocalDate until, Staff by) {
        enquiries.send(
                sight.matter(matter, by).orElseThrow(),
                directory.find(asked).orElseThrow(),
                Duty.WORKER,
                text,
                until,
                by);
    }

    public void answer(UUID matter, String text) {
        acts.does(table.of(matter).get(0).id(), "Task_Answer", "answer", text);
    }
}
