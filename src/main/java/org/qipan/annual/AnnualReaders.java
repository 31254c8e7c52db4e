package org.qipan.annual;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.remit.ReceivingDesk;
import org.springframework.stereotype.Component;

/**
 * Who reads the report of a unit: its petition office and its head. A matter from which one of them is excluded is in no count of it, whoever
 * looks: were it left out for him alone, the draft of another and the approved report would tell him of it (ADR 0022). The level above counts it.
 */
@Component
class AnnualReaders {

    private final Directory directory;
    private final Exclusions exclusions;

    AnnualReaders(Directory directory, Exclusions exclusions) {
        this.directory = directory;
        this.exclusions = exclusions;
    }

    /** @param looking who looks now; he may stand in for one of them */
    List<UUID> hidden(String unit, Staff looking) {
        return Stream.concat(posts(unit).flatMap(post -> directory.holders(post).stream()), Stream.of(looking))
                .flatMap(reader -> exclusions.of(reader).stream())
                .distinct()
                .toList();
    }

    private Stream<Post> posts(String unit) {
        Stream<Post> head = directory.find(unit).flatMap(one -> directory.role(one.kind(), Duty.HEAD)).stream()
                .map(role -> new Post(role, unit));
        return Stream.concat(Stream.of(ReceivingDesk.officer(unit)), head);
    }
}
