package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.qipan.QipanApplication;
import org.qipan.SignedIn;
import org.qipan.TestDatabase;
import org.qipan.campaign.Demo;
import org.qipan.campaign.DemoPeople;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.task.DemoDesk;
import org.qipan.workflow.EngineContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/**
 * Matters with a mark in every field that must not get out, and then every role on every page: a mark on a page whose reader is not of the
 * desk, on any page at all where it is of the identity, in a table outside the vault, or in the log, fails.
 */
@SpringBootTest(
        classes = {QipanApplication.class, TestDatabase.Connection.class, Demo.class},
        properties = {EngineContext.NO_JOBS, "qipan.local=true", "spring.application.name=replay"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

    private static final int MATTERS = 12;
    private static final String SAID = "kanarie-words-";
    private static final String MEANT = "kanarie-meant-";
    private static final String WHO = "kanarie-who-";

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
            "liaison@442000007000",
            "evaluator@442000007000",
            "system-admin@442000000000",
            "security-admin@442000000000",
            "audit-admin@442000000000");

    private static final List<String> PAGES = List.of(
            "/",
            "/worklist",
            "/worklist?scope=below",
            "/worklist?tab=toread",
            "/worklist?tab=done",
            "/complaints",
            "/complaints?tab=area",
            "/complaints?tab=came",
            "/complaints?q=" + SAID,
            "/complaints?q=" + WHO,
            "/complaints/statistics",
            "/complaints/supervision",
            "/complaints/supervision/export",
            "/complaints/receptions",
            "/complaints/advice",
            "/complaints/annual/2026",
            "/complaints/annual/2026/export",
            "/reception",
            "/search?q=" + WHO,
            "/search?q=" + SAID,
            "/problems",
            "/subjects",
            "/audit",
            "/operations",
            "/notices",
            "/open");

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintTable table;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private DemoPeople people;

    @Autowired
    private JdbcClient jdbc;

    private final List<UUID> matters = new ArrayList<>();
    private SignedIn pages;

    @BeforeAll
    void mattersOfAllKinds(@Autowired WebApplicationContext context) {
        pages = new SignedIn(context);
        people.arrive();
        for (int i = 0; i < MATTERS; i++) {
            Mode mode = Mode.values()[i % 3];
            String concerned = i % 4 == 0 ? Matter.VILLAGE : i % 4 == 1 ? Matter.TOWN : null;
            Contact contact = mode == Mode.ANONYMOUS
                    ? Contact.NONE
                    : new Contact(WHO + "n" + i, WHO + "p" + i, WHO + "a" + i, WHO + "e" + i, WHO + "s" + i);
            UUID id = complaints.file(
                    new Filing(
                            Channel.WEB,
                            mode,
                            SAID + i + " 房东三个月不退押金",
                            Matter.VILLAGE,
                            concerned,
                            MEANT + i,
                            List.of(),
                            contact,
                            true,
                            List.of(),
                            null,
                            null,
                            1),
                    null,
                    null);
            matters.add(id);
            if (i % 2 == 0) {
                sort(id);
            }
        }
    }

    private void sort(UUID id) {
        desk.complete(
                desk.item(id.toString(), ComplaintProcess.SORT),
                people.in("complaint-officer", table.find(id).orElseThrow().desk()),
                "kind",
                "complaint",
                "title",
                "租房押金",
                "digest",
                "租客反映押金未退。",
                "route",
                "litigation",
                "reason",
                "请向人民法院起诉。");
    }

    private static Post post(String group) {
        return Post.of(group);
    }

    private List<String> pagesOf(UUID id) {
        List<String> all = new ArrayList<>(List.of("", "/repeats", "/identity", "/supervision", "/leaders", "/aid"));
        all.replaceAll(below -> "/complaints/" + id + below);
        jdbc.sql("select id from work_item where case_id = ?")
                .param(id)
                .query(Long.class)
                .list()
                .forEach(item -> all.add("/tasks/" + item));
        return all;
    }

    private String body(Staff reader, String url) {
        return SignedIn.text(pages.ask(reader, get(url)));
    }

    @Test
    void noListOrSearchShowsAMark(CapturedOutput log) {
        for (String group : READERS) {
            Staff reader = people.in(post(group));
            for (String url : PAGES) {
                String body = body(reader, url);
                String typed = url.replaceAll(".*q=", "");
                assertThat(body.replace("value=\"" + typed + "\"", "")
                                .replace(typed + "”", "")
                                .replace("q=" + typed, ""))
                        .as(group + " " + url)
                        .doesNotContainPattern("kanarie-(words|meant|who)-[a-z]?\\d");
            }
        }
        assertThat(log.getAll()).as("the log").doesNotContain("kanarie-");
    }

    @Test
    void onlyTheDeskReadsTheWordsAndNobodyTheName(CapturedOutput log) {
        Set<String> read = new LinkedHashSet<>();
        for (UUID id : matters) {
            Complaint matter = table.find(id).orElseThrow();
            for (String group : READERS) {
                Staff reader = people.in(post(group));
                boolean ofTheDesk = group.equals("complaint-officer@" + matter.desk());
                for (String url : pagesOf(id)) {
                    String body = body(reader, url);
                    assertThat(body).as(group + " " + url).doesNotContain(WHO);
                    if (ofTheDesk) {
                        read.add(body.contains(SAID) ? "words" : "nothing");
                    } else {
                        assertThat(body).as(group + " " + url).doesNotContain(SAID, MEANT);
                    }
                }
            }
        }
        assertThat(read).as("the crawl saw what it looks for").contains("words");
        assertThat(log.getAll()).as("the log").doesNotContain("kanarie-");
    }

    /** Arts. 28, 30: whoever is meant learns nothing, not even that there is something. */
    @Test
    void whoeverIsMeantFindsNoTraceOfTheMatter() {
        for (UUID id : matters) {
            String concerned = table.find(id).orElseThrow().concerned();
            if (concerned == null) {
                continue;
            }
            for (String group : READERS) {
                Staff reader = people.in(post(group));
                boolean meant = group.contains("@" + concerned)
                        || concerned.equals(Matter.TOWN) && group.contains("@4420000072");
                if (meant) {
                    pagesOf(id)
                            .forEach(url -> assertThat(
                                            pages.ask(reader, get(url)).getStatus())
                                    .as(group + " " + url)
                                    .isIn(403, 404));
                    PAGES.forEach(url ->
                            assertThat(body(reader, url)).as(group + " " + url).doesNotContain(id.toString()));
                }
            }
        }
    }

    @Test
    void noTableHoldsAMarkNotEvenInBytes() {
        String hex = HexFormat.of().formatHex("kanarie-".getBytes(StandardCharsets.UTF_8));
        List<String> tables = jdbc.sql("""
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema in ('public', 'petition_identity')""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(60).contains("petition_identity.sealed_text");
        for (String name : tables) {
            assertThat(jdbc.sql("select count(*) from " + name + " t where t::text like '%kanarie-%' or t::text like '%"
                                    + hex + "%'")
                            .query(Integer.class)
                            .single())
                    .as(name)
                    .isZero();
        }
    }
}
