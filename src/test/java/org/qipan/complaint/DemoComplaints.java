package org.qipan.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.receipt.DemoReceipts;
import org.qipan.task.DemoDesk;

/** Petition matters of the demo, each act by the person who does it. */
public class DemoComplaints {

    private static final String[] NAMES = {"陈女士", "李先生", "黄女士", "张先生", "何女士", "梁先生", "吴女士", "罗先生"};

    private final Complaints complaints;
    private final Papers papers;
    private final DeskActs acts;
    private final Shredding shredding;
    private final DemoReceipts receipts;
    private final DemoDesk desk;

    DemoComplaints(
            Complaints complaints,
            Papers papers,
            DeskActs acts,
            Shredding shredding,
            DemoReceipts receipts,
            DemoDesk desk) {
        this.complaints = complaints;
        this.papers = papers;
        this.acts = acts;
        this.shredding = shredding;
        this.receipts = receipts;
        this.desk = desk;
    }

    /** Somebody who does not exist and says when he may be called. */
    public Contact contact(int no) {
        return new Contact(NAMES[no % NAMES.length], "1390000%04d".formatted(2000 + no), "民众街道", null, "晚上七点后可以打电话");
    }

    /** @param by who took it down, null if the petitioner wrote it himself */
    public UUID filed(Filing filing, @Nullable Staff by) {
        return complaints.file(filing, by, by == null ? null : by.posts().get(0));
    }

    /** A matter the petitioner wrote on the public page. @param no of {@link #contact} */
    public UUID web(int no, String words, String place) {
        return filed(Channel.WEB, Mode.NAMED, words, place, null, contact(no), null);
    }

    /** People at the counter. @param no of {@link #contact}, who speaks for them */
    public UUID group(int people, int no, String words, String place, Staff by) {
        Filing one = new Filing(
                Channel.VISIT,
                Mode.NAMED,
                words,
                place,
                null,
                null,
                List.of(),
                null,
                contact(no),
                false,
                List.of(),
                null,
                null,
                people);
        return filed(one, by);
    }

    /** The notice of acceptance is handed over, where the tracking page has not brought it. */
    public void notice(UUID id, Staff by) {
        papers.of(id).stream()
                .filter(paper -> paper.kind().equals(Paper.NOTICE) && paper.how() == null)
                .findFirst()
                .ifPresent(paper -> {
                    LocalDate on = LocalDate.ofInstant(
                            java.util.Objects.requireNonNull(paper.signed()), java.time.ZoneId.of("Asia/Shanghai"));
                    acts.serve(id, paper.id(), "handed", on, "本人签收", by);
                });
    }

    /** From the desk to the petitioner. */
    public void tell(UUID id, String text, Staff by) {
        acts.answer(id, text, by);
    }

    /** What was sealed goes to the discipline organ. */
    public void handOver(UUID id, LocalDate on, Staff by) {
        shredding.handedOver(id, on, "收件回执第 18 号", by.id());
        shredding.due(id);
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

    /** @param name of {@link DemoReceipts#of} */
    public void receipt(UUID complaint, String name) {
        receipts.issue(complaint, name);
    }

    public void sort(UUID complaint, Staff by, String kind, String route, String lead, String title, String digest) {
        desk.decide(
                desk.item(complaint.toString(), ComplaintProcess.SORT),
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
                        channel, mode, words, place, concerned, null, List.of(), null, contact, true, List.of(), null,
                        number, 1),
                null,
                null);
    }

    private void does(UUID complaint, String key, Staff by, String... typed) {
        desk.complete(desk.item(complaint.toString(), key), by, typed);
    }
}
