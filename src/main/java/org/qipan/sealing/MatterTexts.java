package org.qipan.sealing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every column of a table about a case that may hold what somebody typed: sealed, or neutral for a reason. A test compares it with the database,
 * so that a new column is on one of the two lists or breaks the build.
 */
final class MatterTexts {

    /** A column whose text is sealed with its case. @param rows condition of those of the case {@code :case} */
    record Column(String table, String name, String rows) {}

    static final List<Column> SEALED = Stream.of(
                    of("case_event", "case_id = :case", "remark"),
                    of("case_note", "case_id = :case", "text"),
                    of("file", "case_id = :case", "name"),
                    of("extension", "case_id = :case", "reason", "remark"),
                    of("joint", "case_id = :case", "question", "answer", "reason"),
                    of("errand", "item in (select w.id from work_item w where w.case_id = :case)", "note", "reason"),
                    of("recusal", "case_id = :case", "reason"),
                    of("recusal_request", "case_id = :case", "reason"),
                    of("reveal", "case_id = :case", "words", "reason"),
                    of("complaint_clock", "complaint = :case", "extended"),
                    of("complaint_paper", "complaint = :case", "facts", "opinion", "basis", "proof"),
                    of("complaint_message", "complaint = :case", "text"),
                    of("complaint_review", "complaint = :case", "facts", "opinion", "basis"),
                    of("hearing", "complaint = :case", "place", "subject", "invited", "record"),
                    of("journal_entry", "complaint = :case", "text"),
                    of("supervision", "complaint = :case", "lifted_why"),
                    of("enquiry", "id = :case", "question", "answer", "withdrawn_why"),
                    of("problem", "id = :case", "text", "answer"))
            .flatMap(List::stream)
            .toList();

    /** Whole names first, then names of columns in any table. */
    static final Map<String, String> NEUTRAL = Map.ofEntries(
            Map.entry(
                    "case_file.title",
                    "neutral words, chosen again when a matter is sorted, replaced when it is destroyed"),
            Map.entry("case_file.said", "keys of messages and names of units"),
            Map.entry("joint.said", "key of a message"),
            Map.entry("hearing.said", "key of a message"),
            Map.entry("supervision.said", "key of a message"),
            Map.entry("enquiry.said", "key of a message"),
            Map.entry("work_item.title", "the title of its case"),
            Map.entry("work_item.said", "keys of messages, and what its subject holds"),
            Map.entry("work_copy.said", "keys of messages, and what its subject holds"),
            Map.entry("work_item.subject", "words of the product and of the directory"),
            Map.entry("work_copy.subject", "the title of its case takes the place of what somebody added"),
            Map.entry("work_copy.reason", "key of a message"),
            Map.entry("work_copy.page", "address of a page"),
            Map.entry("case_event.facts", "short values of the product: units, days, counts"),
            Map.entry("case_event.act", "key of a message"),
            Map.entry("work_act.act", "key of a message"),
            Map.entry("case_exclusion.reason", "key of a message"),
            Map.entry("complaint.digest", "goes into the vault: a check of the table keeps it out of a sealed matter"),
            Map.entry("complaint.concerned", "code of a unit"),
            Map.entry("complaint.outside_number", "number another system gave"),
            Map.entry(
                    "complaint_handover.proof",
                    "number of the receipt of the discipline organ: it outlasts the matter"),
            Map.entry("complaint_paper.how", "key of a message"),
            Map.entry("hotline_callback.reason", "answer of a machine"),
            Map.entry("hotline_callback.client", "name of a system"),
            Map.entry("hotline_matter.client", "name of a system"),
            Map.entry("hotline_matter.outside_number", "number another system gave"),
            Map.entry("mailbox_mail.reason", "key of a message"),
            Map.entry("outbox.text", "words of the product: that something waits, and how to get to it"),
            Map.entry("outbox.reason", "answer of a machine"),
            Map.entry("advice.subject", "code of a subject"),
            Map.entry("receipt.secret", "of which nothing can be read"));

    /** Columns that hold codes, keys and numbers in whatever table they stand. */
    static final List<String> CODES = List.of(
            "kind",
            "number",
            "unit",
            "role",
            "to_unit",
            "to_role",
            "listed_role",
            "desk",
            "forwarder",
            "lead",
            "place",
            "area",
            "state",
            "mode",
            "channel",
            "route",
            "code",
            "term",
            "verdict",
            "ruling",
            "ground",
            "purpose",
            "whom",
            "outcome",
            "key",
            "task",
            "process",
            "ref",
            "ended",
            "origin",
            "at",
            "post",
            "type",
            "client",
            "language");

    private MatterTexts() {}

    private static List<Column> of(String table, String rows, String... columns) {
        return Stream.of(columns).map(column -> new Column(table, column, rows)).toList();
    }
}
