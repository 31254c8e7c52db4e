package org.qipan.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.Said;
import org.qipan.complaint.Complaints;
import org.qipan.complaint.Matter;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.qipan.vault.CaseSeal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What was written about a matter before anybody knew that it is an accusation (信访工作条例 art. 30). */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedTextsTests {

    /** In every text that was written about the matter, and in the words that were chosen for lists. */
    private static final String MARK = "kanarie-before-";

    private static final String TOLD = "kanarie-told-last";

    /** Tables about a case: of complaints, of cases and items, and what hangs on those. */
    private static final String COLUMNS = """
            with recursive about (oid) as (
                select c.oid from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and (c.relname in ('case_file', 'complaint', 'problem', 'work_item', 'work_act')
                        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('case_id', 'complaint')))
                union
                select k.conrelid from pg_constraint k join about on about.oid = k.confrelid
                where k.contype = 'f' and k.confrelid <> 'case_file'::regclass)
            select c.relname || '.' || a.attname
            from about join pg_class c on c.oid = about.oid join pg_attribute a on a.attrelid = c.oid
            where a.attnum > 0 and not a.attisdropped
                and a.atttypid in ('text'::regtype, 'json'::regtype, 'jsonb'::regtype, 'varchar'::regtype, 'text[]'::regtype)
            """;

    @Autowired
    private Complaints complaints;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private DemoPeople people;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private CaseTexts texts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn pages;
    private Staff officer;
    private Staff city;

    @BeforeAll
    void everybodyIsThere(@Autowired WebApplicationContext web) {
        pages = new SignedIn(web);
        people.arrive();
        officer = people.in("complaint-officer", Matter.TOWN);
        city = people.in("complaint-officer", Matter.CITY);
    }

    @Test
    void everyColumnOfTextAboutACaseIsSealedOrNeutralForAReason() {
        Set<String> there = new TreeSet<>(jdbc.sql(COLUMNS).query(String.class).list());
        Set<String> sealed = MatterTexts.SEALED.stream()
                .map(column -> column.table() + "." + column.name())
                .collect(Collectors.toSet());
        assertThat(there)
                .as("tables that are asked about")
                .hasSizeGreaterThan(100)
                .containsAll(sealed);
        assertThat(there).containsAll(MatterTexts.NEUTRAL.keySet());
        there.removeAll(sealed);
        there.removeAll(MatterTexts.NEUTRAL.keySet());
        there.removeIf(column -> MatterTexts.CODES.contains(column.substring(column.indexOf('.') + 1)));
        assertThat(there).as("on neither list of MatterTexts").isEmpty();
    }

    /** Art. 30: from the moment it is one nothing stands plain, its readers still read all, and after the hand-over nobody does. */
    @Test
    void whatWasWrittenBeforeTheSealingIsSealedAndGoesWithTheMatter() {
        UUID id = complaints.file(Matter.named(), null, null);
        sort(id, officer, "complaint", "forwarded", Matter.CITY, MARK + "reason");
        desk.complete(desk.item(id.toString(), "Task_Receive"), city, "decision", "taken");
        written(id);
        assertThat(marked()).as("before").contains("journal_entry", "enquiry", "problem", "work_copy");

        sort(id, city, "report", "sealed", "", TOLD);

        assertThat(marked()).as("plain in any table, of the engine too").isEmpty();
        for (MatterTexts.Column column : MatterTexts.SEALED) {
            assertThat(stored(column, id)).as(column.toString()).isNotEmpty().allMatch(CaseSeal::sealed);
        }
        String page = pages.page(city, "/complaints/" + id);
        assertThat(page).contains(MARK + "reason", MARK + "journal", MARK + "remark", TOLD);
        transaction.executeWithoutResult(
                status -> cases.record(id, "complaint.sorted", city.id(), null, MARK + "late", Map.of()));
        assertThat(marked()).as("written afterwards").isEmpty();
        assertThat(pages.page(city, "/complaints/" + id)).contains(MARK + "late");

        String today = LocalDate.now().toString();
        assertThat(pages.send(city, "/complaints/" + id + "/handover", "on", today, "proof", "纪收〔2026〕9 号")
                        .getStatus())
                .isEqualTo(303);
        desk.complete(desk.item(id.toString(), "Task_Serve"), city, "how", "electronic", "servedOn", today);

        assertThat(pages.page(city, "/complaints/" + id))
                .as("his last notice stays")
                .contains(TOLD)
                .doesNotContain(MARK);
        MatterTexts.SEALED.stream()
                .filter(column -> !column.table().equals("problem"))
                .forEach(column -> stored(column, id)
                        .forEach(text -> assertThat(texts.read(owner(column, id), text))
                                .as(column.toString())
                                .isIn("", TOLD)));
    }

    private void sort(UUID id, Staff by, String kind, String route, String lead, String reason) {
        desk.complete(
                desk.item(id.toString(), "Task_Sort"),
                by,
                "kind",
                kind,
                "title",
                "收钱不办事",
                "digest",
                "反映窗口收钱。",
                "route",
                route,
                "lead",
                lead,
                "reason",
                reason);
    }

    /** Something in every column that is sealed, as the modules that own the tables would write it. */
    private void written(UUID id) {
        transaction.executeWithoutResult(
                status -> cases.record(id, "complaint.sorted", officer.id(), null, MARK + "remark", Map.of()));
        UUID letter = other(id, "enquiry", "enquiry");
        UUID back = other(id, "enquiry", "withdrawn_why");
        UUID problem = other(id, "problem", "problem");
        UUID request = other(id, "recusal", "recusal");
        List.of("""
                        insert into file (id, case_id, name, type, size, sha256, cleaned, uploaded_by, at)
                        values (gen_random_uuid(), :id, :m || 'photo.jpg', 'image/jpeg', 0, '', true, :by, now())""", """
                        insert into case_note (case_id, at, by, role, unit, text) values (:id, now(), :by, 'r', 'u', :m || 'note')""", """
                        insert into work_copy (case_id, subject, role, unit, by, at) values (:id, :m || 'read this', 'r', 'u', :by, now())""", """
                        insert into extension (id, item, case_id, asked_by, role, unit, reason, from_due, to_due, at, to_role, to_unit,
                            state, decided_by, decided_at, remark)
                        select gen_random_uuid(), min(w.id), :id, :by, 'r', 'u', :m || 'more', now(), now() + interval '1 day', now(),
                            'r', 'u', 'refused', :by, now(), :m || 'less' from work_item w where w.case_id = :id""", """
                        insert into joint (id, item, case_id, asked_by, role, unit, question, due, at, to_role, to_unit, state, answer,
                            reason, ended_by, ended_at)
                        select gen_random_uuid(), min(w.id), :id, :by, 'r', 'u', :m || 'ask', now(), now(), 'r', 'u', 'closed',
                            :m || 'say', :m || 'end', :by, now() from work_item w where w.case_id = :id""", """
                        insert into errand (item, asker, doer, note, at, ended_at, ended, reason)
                        select min(w.id), :by, :city, :m || 'do', now(), now(), 'back', :m || 'not'
                        from work_item w where w.case_id = :id""", """
                        insert into recusal (id, case_id, staff, role, unit, ground, reason, ordered, decided_by, at)
                        values (gen_random_uuid(), :id, gen_random_uuid(), 'r', 'u', 'own', :m || 'leave', false, :by, now())""", """
                        insert into recusal_request (id, case_id, no, whom, asked, role, unit, state, decided_by, decided, reason)
                        values (:request, :id, 1, 'desk', now(), 'r', 'u', 'refused', :by, now(), :m || 'stay')""", """
                        insert into reveal (id, case_id, desk, purpose, words, state, asked_by, asked_at, decided_by, decided_at, reason)
                        values (gen_random_uuid(), :id, 'u', 'contact', :m || 'look', 'refused', :by, now(), :city, now(), :m || 'no')""", """
                        update complaint_clock set extended = :m || 'longer' where complaint = :id""", """
                        insert into complaint_paper (complaint, kind, facts, opinion, basis, drafted_by, drafted, how, served, proof)
                        values (:id, 'opinion', :m || 'facts', :m || 'text', :m || 'law', :by, now(), 'handed', current_date,
                            :m || 'proof')""", """
                        insert into complaint_message (complaint, at, by, text) values (:id, now(), :by, :m || 'message')""", """
                        insert into complaint_review (id, complaint, level, asked, due, unit, facts, opinion, basis)
                        values (gen_random_uuid(), :id, 1, now(), now(), 'u', :m || 'f', :m || 'o', :m || 'b')""", """
                        insert into hearing (id, complaint, day, place, subject, invited, announced_by, announced, state, record)
                        values (gen_random_uuid(), :id, current_date, :m || 'room', :m || 'about', :m || 'who', :by, now(), 'off',
                            :m || 'off')""", """
                        insert into journal_entry (id, complaint, kind, day, text, by, role, unit, at)
                        values (gen_random_uuid(), :id, 'call', current_date, :m || 'journal', :by, 'complaint-officer', '442000000000',
                            now())""", """
                        with d as (insert into demand (id, case_id, kind, asked_by, role, unit, to_role, to_unit, at, checked, state, ended)
                            values (gen_random_uuid(), :id, 'supervision', :by, 'r', 'u', 'r', 'u', now(), true, 'accepted', now())
                            returning id)
                        insert into supervision (id, complaint, unit, ground, lifted, lifted_by, lifted_why)
                        select d.id, :id, 'u', 'delay', now(), :by, :m || 'lifted' from d""", """
                        insert into enquiry (id, complaint, asked_by, role, unit, to_role, to_unit, question, at, due, answer, answered_by,
                            answered)
                        values (:letter, :id, :by, 'r', 'u', 'r', 'u', :m || 'question', now(), now(), :m || 'answer', :by, now())""", """
                        insert into enquiry (id, complaint, asked_by, role, unit, to_role, to_unit, question, at, due, withdrawn, withdrawn_why)
                        values (:back, :id, :by, 'r', 'u', 'r', 'u', :m || 'question', now(), now(), now(), :m || 'back')""", """
                        insert into problem (id, kind, urgent, text, origin, origin_id, raised_by, role, unit, area, at, answer)
                        select :problem, 'other', false, :m || 'problem', 'item', min(w.id), :by, 'r', 'u', 1, 'u', :m || 'solved'
                        from work_item w where w.case_id = :id""")
                .forEach(sql -> jdbc.sql(sql)
                        .param("id", id)
                        .param("by", officer.id())
                        .param("city", city.id())
                        .param("m", MARK)
                        .param("letter", letter)
                        .param("back", back)
                        .param("problem", problem)
                        .param("request", request)
                        .update());
    }

    private UUID other(UUID matter, String kind, String name) {
        UUID id = named(name, matter);
        cases.open(id, kind, Said.typed("另案"), Matter.CITY, officer.id());
        return id;
    }

    private UUID owner(MatterTexts.Column column, UUID matter) {
        return switch (column.table()) {
            case "enquiry" -> named(column.name().equals("withdrawn_why") ? column.name() : column.table(), matter);
            case "problem" -> named(column.table(), matter);
            default -> matter;
        };
    }

    private static UUID named(String name, UUID matter) {
        return UUID.nameUUIDFromBytes((name + matter).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> stored(MatterTexts.Column column, UUID matter) {
        return jdbc.sql("select " + column.name() + " from " + column.table() + " where " + column.rows() + " and "
                        + column.name() + " > ''")
                .param("case", owner(column, matter))
                .query(String.class)
                .list();
    }

    /** Tables in which the mark stands as it was written. */
    private List<String> marked() {
        return jdbc
                .sql(
                        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql("select exists (select from \"" + table + "\" t where t::text like :mark)")
                        .param("mark", "%" + MARK + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
