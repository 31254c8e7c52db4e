package org.qipan.repeat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.casefile.Sayings;
import org.qipan.complaint.Bundles;
import org.qipan.complaint.Bundles.Waiting;
import org.qipan.complaint.ComplaintSight;
import org.qipan.desk.Desks;
import org.qipan.directory.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what may be the same matter: the same contact, or much the same text about the same place within a year. */
@Service
class Repeats {

    private static final double ALIKE = 0.35;
    private static final int COMPARED = 300;
    private static final int SHOWN = 8;

    private final JdbcClient jdbc;
    private final Bundles bundles;
    private final Desks desks;
    private final Sayings sayings;
    private final Clock clock;

    Repeats(JdbcClient jdbc, Bundles bundles, Desks desks, Sayings sayings, Clock clock) {
        this.jdbc = jdbc;
        this.bundles = bundles;
        this.desks = desks;
        this.sayings = sayings;
        this.clock = clock;
    }

    /**
     * A matter that may be the same.
     *
     * @param contact from the same telephone or mail address
     * @param answered closed, so that its answer may answer this one too
     */
    record Likely(
            UUID id, @Nullable String number, String title, LocalDate received, boolean contact, boolean answered) {}

    private record Row(
            UUID id,
            @Nullable String number,
            String title,
            @Nullable String said,
            @Nullable String digest,
            OffsetDateTime received,
            boolean closed) {}

    @Transactional(readOnly = true)
    public List<Likely> of(Waiting matter, Staff by) {
        Set<UUID> sameContact = Set.copyOf(bundles.sameContact(matter));
        List<Likely> likely = new ArrayList<>();
        for (Row row : rows(matter, sameContact, by)) {
            boolean contact = sameContact.contains(row.id());
            String digest = row.digest();
            if (contact || digest != null && Likeness.of(digest, matter.words()) >= ALIKE) {
                LocalDate received =
                        row.received().atZoneSameInstant(clock.getZone()).toLocalDate();
                likely.add(new Likely(
                        row.id(),
                        row.number(),
                        sayings.read(row.said(), row.title()),
                        received,
                        contact,
                        row.closed()));
            }
        }
        likely.sort(Comparator.comparing(Likely::contact).reversed());
        return likely.stream().limit(SHOWN).toList();
    }

    private List<Row> rows(Waiting matter, Set<UUID> sameContact, Staff by) {
        return jdbc.sql("""
                        select c.id, f.number, f.title, f.said, c.digest, c.received, c.closed is not null as closed
                        from complaint c join case_file f on f.id = c.id
                        where c.id <> :id and c.state <> 'merged' and (c.id = any (:contact)
                            or not c.sealed and c.digest is not null and c.place is not distinct from :place and c.received >= :since)
                          and\s""" + ComplaintSight.VISIBLE + " order by c.received desc limit " + COMPARED)
                .param("id", matter.id())
                .param("contact", sameContact.toArray(UUID[]::new))
                .param("place", matter.place())
                .param("since", OffsetDateTime.now(clock).minusYears(1))
                .params(new ComplaintSight(desks.of(by)).parameters())
                .query(Row.class)
                .list();
    }
}
