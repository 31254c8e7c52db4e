package org.qipan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.receipt.Receipt;
import org.qipan.receipt.Receipts;
import org.qipan.task.DemoDesk;

/** Petition matters of the demo, each act by the person who does it. */
public class DemoComplaints {

    private final Complaints complaints;
    private final Receipts receipts;
    private final DemoDesk desk;

    DemoComplaints(Complaints complaints, Receipts receipts, DemoDesk desk) {
        this.complaints = complaints;
        this.receipts = receipts;
        this.desk = desk;
    }

    /** By a resident himself, with his name. @param place code of the village */
    public UUID named(String words, String place) {
        Contact contact = new Contact("林小满", "13800001234", "民众街道", null, "晚上七点后");
        return filed(Channel.WEB, Mode.NAMED, words, place, null, contact, null);
    }

    /** By somebody who does not say who he is, about a unit. */
    public UUID anonymous(String words, String place, String concerned) {
        return filed(Channel.WEB, Mode.ANONYMOUS, words, place, concerned, Contact.NONE, null);
    }

    /** Handed over by the hotline, with its number. */
    public UUID fromTheHotline(String words, String place, String number) {
        Contact contact = new Contact("周先生", "13900005678", null, null, null);
        return filed(Channel.HOTLINE, Mode.CONFIDENTIAL, words, place, null, contact, number);
    }

    public Receipt receipt(UUID complaint) {
        return receipts.issue(complaint);
    }

    public void sort(UUID complaint, Staff by, String kind, String route, String lead, String title, String digest) {
        does(
                complaint,
                ComplaintProcess.SORT,
                by,
                "kind",
                kind,
                "route",
                route,
                "lead",
                lead,
                "title",
                title,
                "digest",
                digest);
    }

    public void answer(UUID complaint, Staff by, String verdict, String facts, String opinion, String basis) {
        does(
                complaint,
                ComplaintProcess.HANDLE,
                by,
                "decision",
                "opinion",
                "verdict",
                verdict,
                "facts",
                facts,
                "opinion",
                opinion,
                "basis",
                basis);
    }

    public void sign(UUID complaint, Staff by) {
        does(complaint, ComplaintProcess.SIGN, by, "decision", "signed");
    }

    public void serve(UUID complaint, Staff by, LocalDate on) {
        does(complaint, ComplaintProcess.SERVE, by, "how", "electronic", "servedOn", on.toString());
    }

    private UUID filed(
            Channel channel,
            Mode mode,
            String words,
            String place,
            @Nullable String concerned,
            Contact contact,
            @Nullable String number) {
        return complaints.file(
                new Filing(
                        channel, mode, words, place, concerned, null, List.of(), contact, true, List.of(), null, number,
                        1),
                null,
                null);
    }

    private void does(UUID complaint, String key, Staff by, String... typed) {
        desk.complete(desk.item(complaint.toString(), key), by, typed);
    }
}
