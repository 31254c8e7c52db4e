package org.qipan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.PageTest;
import org.qipan.SettableClock;
import org.qipan.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class AuditPageTests {

    private static final String READER = "00000000-0000-7000-8000-00000000000a";

    private static JdbcClient jdbc;
    private static PageTest pages;

    @BeforeAll
    static void start() {
        DataSource database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        pages = PageTest.of(
                database,
                AuditController.class,
                AuditLog.class,
                Audit.class,
                AuditChain.class,
                ChainHeads.class,
                ChainVerifier.class,
                SignedInActor.class,
                NoPlaces.class);
    }

    @BeforeEach
    void emptyTables() {
        jdbc.sql("truncate audit, audit_link, audit_head restart identity").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-admin", "security-admin", "township-leader"})
    void isClosedToEveryoneButTheAuditAdministrator(String role) throws Exception {
        for (MockHttpServletRequestBuilder request :
                List.of(get("/audit"), get("/audit/export.csv"), post("/audit/verification"))) {
            pages.mvc()
                    .perform(request.with(csrf()).with(user(READER).roles(role)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void saysWhatToDoWhenNothingIsFound() throws Exception {
        assertThat(page(get("/audit?action=never.happened")))
                .contains("id=\"empty\"")
                .doesNotContain("id=\"records\"");
    }

    @Test
    void pagesThroughAllRecordsByKeyEachOnce() throws Exception {
        for (int i = 0; i < 120; i++) {
            act("township-officer", "case-" + i);
        }
        List<String> seen = new ArrayList<>();
        String address = "/audit";
        while (address != null) {
            String html = page(get(address));
            find(html, "<td>(case-\\d+)</td>").forEach(seen::add);
            address = find(html, "rel=\"next\" href=\"([^\"]+)\"").stream()
                    .findFirst()
                    .map(a -> a.replace("&amp;", "&"))
                    .orElse(null);
        }

        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo("case-119");
    }

    @ParameterizedTest
    @CsvSource({
        "object=case-1, case-1",
        "actor=leader, case-2",
        "actor=%25, none",
        "action=test.audit.looked&kind=case, case-3",
        "from=2026-11-21&to=2026-11-21, case-4"
    })
    void filters(String query, String expected) throws Exception {
        act("township-officer", "case-1");
        act("township-leader", "case-2");
        pages.bean(Audit.class)
                .record(new Actor(null, "township-officer"), "test.audit.looked", "case", "case-3", Map.of());
        SettableClock clock = pages.bean(SettableClock.class);
        clock.set("2026-11-20T16:00:00Z");
        act("township-officer", "case-4");
        clock.set("2026-11-20T02:00:00Z");

        List<String> found = find(page(get("/audit?" + query)), "<td>(case-\\d+)</td>");
        assertThat(found).isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
    }

    @Test
    void printsTheWordsOfAnActionAndEscapesWhatPeopleTyped() throws Exception {
        pages.bean(Audit.class)
                .record(
                        new Actor(null, "x"),
                        "audit.audit.exported",
                        "audit",
                        "1",
                        Map.of("t", "<script>alert(1)</script>"));

        assertThat(page(get("/audit"))).contains("导出审计记录").doesNotContain("<script>");
        assertThat(page(get("/audit").locale(Locale.ENGLISH))).contains("Exported audit records");
    }

    @Test
    void namesTheFirstBadNumberWhenVerifying() throws Exception {
        act("township-officer", "case-1");
        act("township-officer", "case-2");
        assertThat(pages.bean(AuditChain.class).link()).isEqualTo(2);
        assertThat(page(post("/audit/verification"))).contains("记录链完整，共核对 2 条");

        jdbc.sql("update audit set object_id = 'x' where id = 2").update();

        assertThat(page(post("/audit/verification"))).contains("第 2 号", "内容被改动");
    }

    @Test
    void recordsThatSomeoneVerifiedAndExported() throws Exception {
        page(post("/audit/verification"));
        page(get("/audit/export.csv"));

        assertThat(jdbc.sql("select action from audit where actor = :reader and actor_post = 'audit-admin' order by id")
                        .param("reader", UUID.fromString(READER))
                        .query(String.class)
                        .list())
                .containsExactly("audit.audit.verified", "audit.audit.exported");
    }

    @Test
    void exportsWhatASpreadsheetCannotRun() throws Exception {
        act("=HYPERLINK(\"http://x\")", "@SUM(A1)");
        pages.bean(SettableClock.class).advance(Duration.ofSeconds(1));

        String csv = page(get("/audit/export.csv"));

        assertThat(csv).startsWith("\uFEFF链号,时间,岗位");
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").contains(",'@SUM(A1),");
    }

    private static void act(String post, String object) {
        pages.bean(Audit.class).record(new Actor(null, post), "test.audit.act", "case", object, Map.of());
    }

    private static String page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = pages.mvc()
                .perform(request.with(csrf()).with(user(READER).roles("audit-admin")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> find(String html, String regex) {
        return Pattern.compile(regex)
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    /** Neither key nor second place, as on a first local start. */
    static class NoPlaces {

        @org.springframework.context.annotation.Bean
        AuditProperties places() {
            return new AuditProperties(null, null);
        }
    }
}
