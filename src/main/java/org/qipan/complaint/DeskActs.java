package org.qipan.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.Said;
import org.qipan.casefile.Vocabulary;
import org.qipan.course.ComplaintClocks;
import org.qipan.deadline.PetitionTerms;
import org.qipan.directory.Staff;
import org.qipan.progress.Messages;
import org.qipan.remit.ReceivingDesk;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with a matter beside its tasks. */
@Service
@Transactional
class DeskActs {

    private static final int TEXT = 2000;

    private final ComplaintTable table;
    private final ComplaintAccess access;
    private final ComplaintClocks clocks;
    private final Messages messages;
    private final Papers papers;
    private final Shredding shredding;
    private final CaseFiles cases;
    private final Vocabulary vocabulary;
    private final Clock clock;

    DeskActs(
            ComplaintTable table,
            ComplaintAccess access,
            ComplaintClocks clocks,
            Messages messages,
            Papers papers,
            Shredding shredding,
            CaseFiles cases,
            Vocabulary vocabulary,
            Clock clock) {
        this.table = table;
        this.access = access;
        this.clocks = clocks;
        this.messages = messages;
        this.papers = papers;
        this.shredding = shredding;
        this.cases = cases;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** @throws Refused if he is not of the desk, or the text is empty, long or holds a word that is not to be kept */
    public void answer(UUID id, String text, Staff by) {
        desk(id, by);
        shredding.refuse(id);
        if (text.isBlank()) {
            throw Refused.at("text", "complaint.refused.empty");
        }
        if (text.length() > TEXT) {
            throw Refused.at("text", "complaint.refused.long", TEXT);
        }
        vocabulary.hint(text).ifPresent(found -> {
            throw new Refused("vocabulary.hint", found.word(), found.cleaned());
        });
        messages.answered(id, text.strip(), by.id());
        cases.record(
                id,
                "complaint.answeredMessage",
                by.id(),
                ReceivingDesk.officer(table.lock(id).desk()),
                null,
                Map.of());
    }

    /** @param proof number of the letter or who signed for it @throws Refused where the day or the proof cannot be */
    public void serve(UUID id, long paper, String how, @Nullable LocalDate on, String proof, Staff by) {
        Complaint complaint = desk(id, by);
        Paper notice = papers.of(id).stream()
                .filter(one -> one.id() == paper && one.kind().equals(Paper.NOTICE) && one.how() == null)
                .findFirst()
                .orElseThrow(() -> new Refused("complaint.refused.servedAlready"));
        if (!Set.of("handed", "posted", "left").contains(how) || proof.isBlank() || on == null) {
            throw new Refused("complaint.refused.proof");
        }
        LocalDate signed = LocalDate.ofInstant(java.util.Objects.requireNonNull(notice.signed()), clock.getZone());
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(signed)) {
            throw new Refused("complaint.refused.servedOn", signed.toString());
        }
        papers.serve(paper, how, on, proof.strip());
        clocks.done(id, PetitionTerms.NOTICE);
        cases.record(
                id,
                "complaint.served",
                by.id(),
                ReceivingDesk.officer(complaint.desk()),
                null,
                Map.of("how", Said.of("complaint.how." + how), "on", on.toString()));
    }

    private Complaint desk(UUID id, Staff by) {
        Complaint complaint = table.lock(id);
        if (!access.atDesk(complaint, by)) {
            throw new Refused("complaint.refused.notDesk");
        }
        return complaint;
    }
}
