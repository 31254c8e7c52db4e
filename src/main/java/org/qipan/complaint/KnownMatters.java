package org.qipan.complaint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.qipan.desk.Desks;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.KnownMatter;
import org.qipan.remit.ReceivingDesk;
import org.qipan.worklist.Refused;
import org.springframework.stereotype.Component;

/** Matters for whoever looks after them from above: found only by those who may know of them. */
@Component
public class KnownMatters {

    private final ComplaintTable table;
    private final ComplaintAccess access;
    private final ReceivingDesk desk;
    private final Desks desks;

    KnownMatters(ComplaintTable table, ComplaintAccess access, ReceivingDesk desk, Desks desks) {
        this.table = table;
        this.access = access;
        this.desk = desk;
        this.desks = desks;
    }

    /** Empty also if it does not exist for this reader. */
    public Optional<KnownMatter> find(UUID id, Staff reader) {
        return access.sees(id, reader) ? table.find(id).map(KnownMatters::known) : Optional.empty();
    }

    /** As {@link #find}, for the system. */
    public KnownMatter get(UUID id) {
        return known(table.find(id).orElseThrow());
    }

    /** As {@link #get}; of two who act on it one comes second. */
    public KnownMatter lock(UUID id) {
        return known(table.lock(id));
    }

    /** Whether the reader is a complaint officer of the desk that has it. */
    public boolean atDesk(KnownMatter matter, Staff reader) {
        return desks.of(reader).holds(ReceivingDesk.officer(matter.desk()));
    }

    /** Who works on it: somebody of the unit that handles it, else the desk. @throws Refused if nobody there may know of it */
    public Post handler(KnownMatter matter) {
        String lead = matter.lead();
        return lead == null
                ? ReceivingDesk.officer(matter.desk())
                : desk.handler(lead, matter.id()).orElseThrow(() -> new Refused("complaint.refused.notHeld"));
    }

    /** Units that handle it or have it at their desk. */
    public static List<String> units(KnownMatter matter) {
        return java.util.stream.Stream.of(matter.desk(), matter.lead())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static KnownMatter known(Complaint complaint) {
        return new KnownMatter(
                complaint.id(),
                Objects.requireNonNullElse(complaint.number(), complaint.title()),
                complaint.desk(),
                complaint.forwarder(),
                complaint.lead(),
                complaint.sealed(),
                complaint.open());
    }
}
