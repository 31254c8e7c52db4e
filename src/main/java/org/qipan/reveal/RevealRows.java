package org.qipan.reveal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.reveal.RevealSight.Matter;
import org.springframework.stereotype.Component;

/** Requests with names and times, for one reader. */
@Component
class RevealRows {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final RevealTable table;
    private final RevealSight sight;
    private final Directory directory;

    RevealRows(RevealTable table, RevealSight sight, Directory directory) {
        this.table = table;
        this.sight = sight;
        this.directory = directory;
    }

    /** Newest first. */
    List<RevealRow> of(Matter matter, Staff reader) {
        boolean decides = sight.mayDecide(matter, reader);
        return table.of(matter.id()).stream()
                .map(reveal -> row(
                        reveal, decides && reveal.open() && !reveal.askedBy().equals(reader.id())))
                .toList();
    }

    RevealRow row(Reveal reveal, boolean decides) {
        UUID decider = reveal.decidedBy();
        return new RevealRow(
                name(reveal.askedBy()),
                minute(reveal.askedAt()),
                reveal.purpose(),
                reveal.words(),
                reveal.state(),
                decider == null ? null : name(decider),
                optional(reveal.decidedAt()),
                reveal.reason(),
                optional(reveal.until()),
                reveal.looks(),
                decides ? Reveals.page(reveal) : null);
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private static @Nullable String optional(@Nullable Instant at) {
        return at == null ? null : minute(at);
    }

    private String name(UUID staff) {
        return directory.staff(staff).map(Staff::name).orElse("—");
    }
}
