package org.qipan.hotline;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.audit.Actor;
import org.qipan.audit.Audit;
import org.qipan.complaint.Complaints;
import org.qipan.complaint.Petitioner;
import org.qipan.directory.Directory;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.progress.Tracked;
import org.qipan.task.Once;
import org.qipan.vault.Keys;
import org.qipan.worklist.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Takes matters over from other systems, each once, and tells a system where its own matters are. */
@Service
class HandOvers {

    private static final String ROUTE = "POST /api/v1/complaints";

    private final Complaints complaints;
    private final Petitioner petitioner;
    private final Directory directory;
    private final Once once;
    private final Keys keys;
    private final Audit audit;
    private final JdbcClient jdbc;

    HandOvers(
            Complaints complaints,
            Petitioner petitioner,
            Directory directory,
            Once once,
            Keys keys,
            Audit audit,
            JdbcClient jdbc) {
        this.complaints = complaints;
        this.petitioner = petitioner;
        this.directory = directory;
        this.once = once;
        this.keys = keys;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * Registers a matter. Called again with the same key and body it answers the same and registers nothing.
     *
     * @param key chosen by the caller for this request
     * @param body as it was sent
     * @throws Faulty if the key was used for another body, the number is known, or the rules of complaints refuse it
     */
    UUID take(HotlineProperties.Client client, String key, byte[] body, HandOver handOver) {
        try {
            return UUID.fromString(once.run(
                    uuid("key " + client.id() + " " + key),
                    uuid("client " + client.id()),
                    ROUTE,
                    digest(body),
                    () -> register(client, handOver).toString()));
        } catch (Once.KeyReused e) {
            throw new Faulty(Fault.REUSED);
        } catch (DuplicateKeyException e) {
            throw new Faulty(Fault.KNOWN);
        } catch (Refused e) {
            throw new Faulty(Fault.INVALID, e.reasons());
        }
    }

    /** Where a matter is that this client handed over; empty for every other, whether it exists or not. */
    Optional<Tracked> find(HotlineProperties.Client client, String reference) {
        return jdbc.sql("""
                        select complaint from hotline_matter
                        where client = :client and (outside_number = :reference or complaint::text = lower(:reference))
                        order by (outside_number = :reference) desc limit 1
                        """)
                .param("client", client.id())
                .param("reference", reference)
                .query(UUID.class)
                .optional()
                .map(petitioner::of);
    }

    String number(UUID complaint) {
        return jdbc.sql("select outside_number from hotline_matter where complaint = ?")
                .param(complaint)
                .query(String.class)
                .single();
    }

    private UUID register(HotlineProperties.Client client, HandOver handOver) {
        if (known(client, handOver.outsideNumber())) {
            throw new Faulty(Fault.KNOWN);
        }
        Filing filing = filing(client, handOver);
        if (!filing.hidden().isEmpty()
                && complaints
                        .desk(filing.place(), filing.concerned(), filing.hidden())
                        .isEmpty()) {
            throw Refused.at("hidden", "hotline.wrong.desk");
        }
        UUID id = complaints.file(filing, null, null);
        jdbc.sql("insert into hotline_matter (complaint, client, outside_number) values (?, ?, ?)")
                .params(id, client.id(), handOver.outsideNumber())
                .update();
        audit.record(
                new Actor(null, "client " + client.id()),
                "hotline.audit.taken",
                "case",
                id.toString(),
                Map.of("number", handOver.outsideNumber()));
        return id;
    }

    private boolean known(HotlineProperties.Client client, String number) {
        return jdbc.sql("select exists (select from hotline_matter where client = ? and outside_number = ?)")
                .params(client.id(), number)
                .query(Boolean.class)
                .single();
    }

    /** @throws Refused if it happened outside the area this client is bound to */
    private Filing filing(HotlineProperties.Client client, HandOver handOver) {
        String place = handOver.place() == null ? client.desk() : handOver.place();
        if (directory.find(place).isPresent() && !directory.covers(client.desk(), place)) {
            throw Refused.at("place", "hotline.wrong.area");
        }
        Contact contact = handOver.contact();
        return new Filing(
                Channel.HOTLINE,
                Mode.valueOf(handOver.mode().toUpperCase(Locale.ROOT)),
                handOver.words(),
                place,
                handOver.concerned(),
                handOver.concernedWords(),
                handOver.hidden(),
                handOver.persons(),
                contact == null ? Contact.NONE : contact,
                false,
                List.of(),
                handOver.received(),
                handOver.outsideNumber(),
                handOver.people() == null ? 1 : handOver.people());
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** With a key: a plain digest of a body would let whoever reads the ledger try out who called. */
    private String digest(byte[] body) {
        return HexFormat.of().formatHex(keys.mark("hotline body", body));
    }
}
