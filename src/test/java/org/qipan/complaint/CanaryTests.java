package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qipan.Replay;
import org.qipan.SignedIn;
import org.qipan.campaign.DemoPeople;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.file.Files;
import org.qipan.file.MarkedFiles;
import org.qipan.filing.Channel;
import org.qipan.filing.Contact;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.notice.EveryNotice;
import org.qipan.recusal.RecusalRequests;
import org.qipan.task.DemoDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Two hundred matters with a mark of their own in every field, file name and piece of metadata, and then every role on every page, search,
 * export and error page: a mark on a page whose reader is not of the desk, on any page at all where it is of the identity, in a table
 * outside the vault, in a header, in a message to staff or in the log, fails.
 */
@Replay
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

    private static final int MATTERS = 200;
    /** Every so many a matter has files, messages and a page that all readers open. */
    private static final int SAMPLE = 17;
    /** The petitioner's own words, whom he means, what he writes later and how his files are called: for the desk. */
    private static final String SAID = "kanarie-words-";

    private static final String MEANT = "kanarie-meant-";
    private static final String LATER = "kanarie-later-";
    private static final String FILE = "kanarie-file-";
    /** Who he is: for nobody. */
    private static final String WHO = "kanarie-who-";
    /** Why he wants somebody to step back: for the post that decides. */
    private static final String WHY = "kanarie-why-";
    /** The officer's words on a sealed matter: for the desk and for whoever was given it. */
    private static final String TITLE = "siegel-title-";

    private static final String DIGEST = "siegel-digest-";

    private static final List<String> READERS = List.of(
            "village-worker@442000007201",
            "village-head@442000007201",
            "village-head@442000007202",
            "township-officer@442000007000",
            "township-leader@442000007000",
            "complaint-officer@442000007000",
            "complaint-officer@442000000000",
            "complaint-officer@350212000000",
            "department-officer@442000007000-03",
            "department-officer@442000007000-06",
            "city-officer@442000000000",
            "city-leader@442000000000",
            "complaint-officer@440000000000",
            "province-officer@440000000000",
            "province-leader@440000000000",
            "liaison@442000007000",
            "evaluator@442000007000",
            "system-admin@442000000000",
            "security-admin@442000000000",
            "audit-admin@442000000000");

    private static final List<String> PAGES = List.of(
            "/",
            "/worklist",
            "/worklist?scope=below",
            "/worklist?scope=below&text=siegel",
            "/worklist?tab=toread",
            "/worklist?tab=done",
            "/worklist?tab=started",
            "/worklist?tab=drafts",
            "/worklist/follows",
            "/worklist/version",
            "/complaints",
            "/complaints?tab=below",
            "/complaints?tab=came",
            "/complaints?lamp=over",
            "/complaints?q=" + SAID,
            "/complaints?tab=below&q=" + SAID,
            "/complaints?q=" + WHO,
            "/complaints?tab=below&q=" + DIGEST,
            "/complaints/statistics",
            "/campaigns/one-page",
            "/complaints/export?tab=desk",
            "/complaints/export?tab=below",
            "/complaints/export?tab=came",
            "/complaints/supervision",
            "/complaints/supervision/export",
            "/complaints/receptions",
            "/complaints/advice",
            "/complaints/annual/2026",
            "/complaints/annual/2026/export",
            "/reception",
            "/search?q=" + WHO,
            "/search?q=" + SAID,
            "/search?q=" + TITLE,
            "/directory/picker?q=" + WHO,
            "/directory/found?q=" + WHO,
            "/problems",
            "/subjects",
            "/substitutions",
            "/takeovers",
            "/staff",
            "/staff/handover",
            "/deadlines/terms",
            "/complaints/standing",
            "/audit",
            "/audit/export.csv",
            "/operations",
            "/notices",
            "/feedback/all",
            "/complaints/" + UUID.randomUUID(),
            "/tasks/999999999",
            "/files/" + UUID.randomUUID(),
            "/open",
            "/complaint",
            "/track");

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintTable table;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private RecusalRequests recusals;

    @Autowired
    private Files files;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    private final Map<UUID, Integer> matters = new LinkedHashMap<>();
    private SignedIn pages;

    @BeforeAll
    void mattersOfAllKinds(@Autowired WebApplicationContext context, @Autowired TransactionTemplate transaction)
            throws IOException {
        pages = new SignedIn(context);
        people.arrive();
        for (int i = 0; i < MATTERS; i++) {
            UUID id = filed(i);
            matters.put(id, i);
            int no = i;
            if (i % SAMPLE == 0) {
                transaction.executeWithoutResult(status -> {
                    petitioner.say(id, LATER + no);
                    if (table.find(id).orElseThrow().desk().equals(Matter.TOWN)) {
                        petitioner.alarm(id, "retaliation", LATER + "alarm" + no);
                    }
                    recusals.ask(id, "desk", WHY + no);
                });
            }
            if (i % 2 == 0) {
                sort(id, i);
            }
        }
    }

    private UUID filed(int i) throws IOException {
        Mode mode = Mode.values()[i % 3];
        String concerned = i % 4 == 0 ? Matter.VILLAGE : i % 4 == 1 ? Matter.TOWN : null;
        Contact contact = mode == Mode.ANONYMOUS
                ? Contact.NONE
                : new Contact(WHO + "n" + i, WHO + "p" + i, WHO + "a" + i, WHO + "e" + i, WHO + "s" + i);
        UUID id = complaints.file(
                new Filing(
                        Channel.WEB,
                        mode,
                        SAID + i + " 房东三个月不退押金，身份证 " + SAID + "id" + i,
                        Matter.VILLAGE,
                        concerned,
                        MEANT + i,
                        List.of(),
                        MEANT + i,
                        contact,
                        true,
                        List.of(),
                        null,
                        null,
                        1),
                null,
                null);
        if (i % SAMPLE == 0) {
            UUID owner = UUID.randomUUID();
            files.store(new ByteArrayInputStream(MarkedFiles.photo()), FILE + i + ".jpg", owner);
            files.store(new ByteArrayInputStream(MarkedFiles.docx()), FILE + i + ".docx", owner);
            files.attach(files.loose(owner).stream().map(one -> one.id()).toList(), id, owner);
        }
        return id;
    }

    private void sort(UUID id, int i) {
        boolean report = i % 8 == 6;
        boolean sealed = report || Mode.values()[i % 3] == Mode.ANONYMOUS;
        Complaint matter = table.find(id).orElseThrow();
        desk.complete(
                desk.item(id.toString(), ComplaintProcess.SORT),
                people.in("complaint-officer", matter.desk()),
                "kind",
                report ? "report" : "complaint",
                "title",
                sealed ? TITLE + i : "租房押金",
                "digest",
                sealed ? DIGEST + i : "租客反映押金未退。",
                "route",
                report ? "sealed" : i % 4 == 2 && matter.desk().equals(Matter.TOWN) ? "petition" : "litigation",
                "lead",
                Matter.OFFICE,
                "reason",
                "请向有权机关提出。");
    }

    /** The page of a matter, and everything that hangs on it. */
    private List<String> pagesOf(UUID id) {
        List<String> all = new ArrayList<>(Stream.of(
                        "",
                        "/repeats",
                        "/persons",
                        "/identity",
                        "/identity/request",
                        "/identity/look",
                        "/recusal",
                        "/handover",
                        "/letters",
                        "/enquiries",
                        "/supervision",
                        "/leaders",
                        "/aid")
                .map(part -> "/complaints/" + id + part)
                .toList());
        all.add("/worklist/follows/" + id);
        jdbc.sql("select id from recusal_request where case_id = ?")
                .param(id)
                .query(UUID.class)
                .list()
                .forEach(request -> jdbc.sql("select id from work_item where case_id = ?")
                        .param(request)
                        .query(Long.class)
                        .list()
                        .forEach(item -> all.add("/tasks/" + item)));
        jdbc.sql("select id from file where case_id = ?")
                .param(id)
                .query(UUID.class)
                .list()
                .forEach(file -> all.add("/files/" + file));
        jdbc.sql("select id from work_item where case_id = ?")
                .param(id)
                .query(Long.class)
                .list()
                .forEach(item -> {
                    all.add("/tasks/" + item);
                    all.add("/tasks/" + item + "/extension");
                    all.add("/tasks/" + item + "/errand");
                    all.add("/tasks/" + item + "/course");
                    all.add("/worklist/grid?ids=" + item);
                    all.add("/worklist/sight?task=" + item);
                });
        return all;
    }

    private List<UUID> sample() {
        return matters.entrySet().stream()
                .filter(one -> one.getValue() % SAMPLE == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Headers, text and, of an archive, names and contents of its entries. */
    private String answer(Staff reader, String url) {
        MockHttpServletResponse answer = pages.ask(reader, get(url));
        StringBuilder all = new StringBuilder();
        answer.getHeaderNames()
                .forEach(name -> all.append(answer.getHeaders(name)).append('\n'));
        byte[] body = answer.getContentAsByteArray();
        if (body.length > 1 && body[0] == 'P' && body[1] == 'K') {
            all.append(Unzipped.text(body));
        } else {
            all.append(new String(body, StandardCharsets.UTF_8)).append(new String(body, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private boolean ofTheDesk(String group, UUID id) {
        return group.equals("complaint-officer@" + table.find(id).orElseThrow().desk());
    }

    /** The desk, the one it came from, and whoever has or had a task of it. */
    private boolean given(String group, UUID id) {
        return ofTheDesk(group, id)
                || jdbc.sql("select count(*) from work_item where case_id = ? and role || '@' || unit = ?")
                                .params(id, group)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    @Test
    void noListSearchExportOrErrorPageShowsAMark(CapturedOutput log) {
        Map<Integer, UUID> byNumber = new LinkedHashMap<>();
        matters.forEach((id, no) -> byNumber.put(no, id));
        for (String group : READERS) {
            Staff reader = people.in(Post.of(group));
            for (String url : PAGES) {
                String typed = url.replaceAll(".*q=", "");
                String body = answer(reader, url)
                        .replace("value=\"" + typed + "\"", "")
                        .replace(typed + "”", "")
                        .replace("q=" + typed, "");
                assertThat(body)
                        .as(group + " " + url)
                        .doesNotContainPattern("kanarie-(words|meant|who|later|file|why)-[a-z]*\\d");
                java.util.regex.Pattern.compile("siegel-(title|digest)-(\\d+)")
                        .matcher(body)
                        .results()
                        .map(found -> byNumber.get(Integer.valueOf(found.group(2))))
                        .distinct()
                        .forEach(id -> assertThat(given(group, id))
                                .as("%s reads of the sealed matter %s on %s", group, id, url)
                                .isTrue());
            }
        }
        assertThat(log.getAll()).as("the log").doesNotContain("kanarie-", "siegel-");
    }

    @Test
    void onlyTheDeskReadsTheWordsAndNobodyTheName(CapturedOutput log) {
        Set<String> read = new LinkedHashSet<>();
        for (UUID id : sample()) {
            for (String group : READERS) {
                Staff reader = people.in(Post.of(group));
                for (String url : pagesOf(id)) {
                    String body = answer(reader, url);
                    assertThat(body).as(group + " " + url).doesNotContain(WHO, MarkedFiles.MARK);
                    if (ofTheDesk(group, id)) {
                        Stream.of(SAID, MEANT, LATER, FILE)
                                .filter(body::contains)
                                .forEach(read::add);
                    } else {
                        assertThat(body).as(group + " " + url).doesNotContain(SAID, MEANT, LATER, FILE);
                    }
                    if (!given(group, id)) {
                        assertThat(body).as(group + " " + url).doesNotContain(TITLE, DIGEST);
                    }
                    if (body.contains(WHY)) {
                        assertThat(url).as(group).startsWith("/tasks/");
                        read.add(WHY);
                    }
                }
            }
        }
        assertThat(read).as("the crawl saw what it looks for").contains(SAID, MEANT, LATER, FILE, WHY);
        assertThat(log.getAll()).as("the log").doesNotContain("kanarie-", "siegel-");
    }

    /** Papers leave the house: not even the desk's copies hold a mark, in whichever form and with the proof of service. */
    @Test
    void noPaperHoldsAMark() throws IOException {
        Set<String> read = new LinkedHashSet<>();
        for (UUID id : sample()) {
            for (long paper : jdbc.sql("select id from complaint_paper where complaint = ?")
                    .param(id)
                    .query(Long.class)
                    .list()) {
                for (String group : READERS) {
                    for (String file : List.of(".pdf", ".docx", "/proof.pdf", "/proof.docx")) {
                        String url = "/complaints/" + id + "/letters/" + paper + file;
                        var answer = pages.ask(people.in(Post.of(group)), get(url));
                        if (answer.getStatus() == 200) {
                            String text = paper(answer.getContentAsByteArray());
                            assertThat(text)
                                    .as(group + " " + url)
                                    .contains("信访人")
                                    .doesNotContain("kanarie-", MarkedFiles.MARK);
                            if (!given(group, id)) {
                                assertThat(text).as(group + " " + url).doesNotContain("siegel-");
                            }
                            read.add(file);
                        }
                    }
                }
            }
        }
        assertThat(read).containsExactlyInAnyOrder(".pdf", ".docx", "/proof.pdf", "/proof.docx");
    }

    /** What its reader reads: the text of a PDF, and of Word the text of the document with everything else in the archive. */
    private static String paper(byte[] file) throws IOException {
        if (file[0] == 'P' && file[1] == 'K') {
            String all = Unzipped.text(file);
            return all + all.replaceAll("<[^>]*>", "");
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document)
                    + document.getDocumentInformation().getCOSObject();
        }
    }

    /** Mails leave the house, too: they tell how much waits, and nothing of what. */
    @Test
    void noMailHoldsAMark() {
        List<Staff> readers =
                READERS.stream().map(group -> people.in(Post.of(group))).toList();
        List<String> mails = EveryNotice.to(readers, context);
        assertThat(mails).anyMatch(mail -> mail.contains("@example.org")).hasSizeGreaterThan(5);
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail)
                        .doesNotContain("kanarie-", "siegel-", MarkedFiles.MARK)
                        .doesNotContain(
                                matters.keySet().stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** Arts. 28, 30: whoever is meant learns nothing, not even that there is something. */
    @Test
    void whoeverIsMeantFindsNoTraceOfTheMatter() {
        for (String group : READERS) {
            Staff reader = people.in(Post.of(group));
            List<UUID> about = matters.keySet().stream()
                    .filter(id -> meant(group, table.find(id).orElseThrow().concerned()))
                    .toList();
            if (about.isEmpty()) {
                continue;
            }
            String[] ids = about.stream().map(UUID::toString).toArray(String[]::new);
            PAGES.forEach(
                    url -> assertThat(answer(reader, url)).as(group + " " + url).doesNotContain(ids));
            about.stream()
                    .filter(sample()::contains)
                    .forEach(id -> pagesOf(id).stream()
                            .filter(url -> !url.startsWith("/worklist/grid")
                                    && !url.startsWith("/worklist/sight")
                                    && !url.contains("/identity/"))
                            .forEach(url -> assertThat(
                                            pages.ask(reader, get(url)).getStatus())
                                    .as(group + " " + url)
                                    .isIn(403, 404)));
        }
    }

    /** What is hidden looks as what is not there: but for the number of the failure the pages are the same, and so are their headers. */
    @Test
    void whatIsHiddenLooksAsWhatIsNotThere() {
        Staff head = people.in("village-head", Matter.VILLAGE);
        UUID hidden = sample().stream()
                .filter(id -> Matter.VILLAGE.equals(table.find(id).orElseThrow().concerned()))
                .findFirst()
                .orElseThrow();
        UUID absent = UUID.randomUUID();
        for (String part : List.of("", "/recusal", "/repeats", "/identity")) {
            assertThat(neutral(answer(head, "/complaints/" + hidden + part), hidden))
                    .as(part)
                    .isEqualTo(neutral(answer(head, "/complaints/" + absent + part), absent));
        }
    }

    private static String neutral(String answer, UUID id) {
        return answer.replace(id.toString(), "")
                .replaceAll("[0-9A-Z]{4,}-[0-9A-Z]{4,}", "")
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("content=\"[^\"]*\"", "")
                .replaceAll("nonce-[^'\"]*", "");
    }

    private static boolean meant(String group, String concerned) {
        return concerned != null
                && (group.contains("@" + concerned) || concerned.equals(Matter.TOWN) && group.contains("@442000007"));
    }

    @Test
    void noTableHoldsAMarkNotEvenInBytes() {
        List<String> marks = new ArrayList<>();
        for (String mark : List.of(
                "kanarie-words",
                "kanarie-meant",
                "kanarie-later",
                "kanarie-who",
                "kanarie-why",
                DIGEST,
                MarkedFiles.MARK)) {
            marks.add(mark);
            marks.add(HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)));
            marks.add(Base64.getEncoder().encodeToString(mark.substring(0, 9).getBytes(StandardCharsets.UTF_8)));
        }
        String like = String.join(
                " or ",
                marks.stream()
                        .map(mark -> "position('" + mark + "' in r.whole) > 0")
                        .toList());
        List<String> tables = jdbc.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema in ('public', 'petition_identity')""").query(String.class).list();
        assertThat(tables)
                .hasSizeGreaterThan(60)
                .contains(
                        "petition_identity.sealed_text",
                        "public.act_hi_varinst",
                        "public.act_ge_bytearray",
                        "public.outbox");
        for (String name : tables) {
            assertThat(jdbc.sql("select count(*) from (select t::text as whole from " + name + " t) r where " + like)
                            .query(Integer.class)
                            .single())
                    .as(name)
                    .isZero();
        }
        // A file keeps the name its owner gave it, sealed where its matter is; whoever may open the file reads it, and
        // nothing else does.
        assertThat(jdbc.sql("select f.sealed from file x join case_file f on f.id = x.case_id where x.name like '%"
                                + FILE + "%'")
                        .query(Boolean.class)
                        .list())
                .isNotEmpty()
                .doesNotContain(true);
        for (String name : tables) {
            if (!name.equals("public.file")) {
                assertThat(jdbc.sql("select count(*) from " + name + " t where t::text like '%" + FILE + "%'")
                                .query(Integer.class)
                                .single())
                        .as(name)
                        .isZero();
            }
        }
    }
}
