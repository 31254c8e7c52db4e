package org.qipan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.directory.Staff;
import org.qipan.spreadsheet.TableFile;
import org.springframework.mock.web.MockHttpServletResponse;

class LedgerPageTests {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern MATTER = Pattern.compile("/complaints/([0-9a-f-]{36})");

    private final LedgerRoom room = new LedgerRoom();
    private Staff officer;

    @BeforeEach
    void employ() {
        officer = room.officer();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void showsADeskItsMattersTheNewestFirstAndNoHour() throws Exception {
        room.matter("旧的事", "路灯坏了", "2026-11-01 14:25+08", LedgerRoom.VILLAGE);
        room.matter("新的事", "路灯坏了", "2026-11-12 09:47+08", LedgerRoom.VILLAGE);
        String page = room.page(officer, "/complaints");
        assertThat(page.indexOf("新的事")).isPositive().isLessThan(page.indexOf("旧的事"));
        assertThat(page).contains("2026-11-12").doesNotContain("14:25", "09:47", "06:25", "01:47");
    }

    @Test
    void givesPageAfterPageWithoutGapOrRepeat() throws Exception {
        for (int i = 0; i < 45; i++) {
            room.matter("事项" + i, "内容", "2026-11-%02d 00:00+08".formatted(1 + i / 5), LedgerRoom.VILLAGE);
        }
        List<String> seen = new ArrayList<>();
        String url = "/complaints";
        for (int n = 0; n < 3; n++) {
            String page = room.page(officer, url);
            seen.addAll(matters(page));
            Matcher next = NEXT.matcher(page);
            url = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(url).isNull();
        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    }

    @Test
    void showsALeaderHisAreaButNothingSealed() throws Exception {
        room.matter("本镇的事");
        UUID sealed = room.matter("举报的事");
        room.set(sealed, "digest = null, sealed = true, kind = 'report'");
        Staff leader = room.room.employ("镇长", "township-leader@" + LedgerRoom.TOWN);
        assertThat(room.page(leader, "/complaints")).contains("本镇的事").doesNotContain("举报的事");
        assertThat(room.page(officer, "/complaints")).contains("举报的事", "密封");
        Staff city = room.room.employ("市长", "city-leader@" + LedgerRoom.CITY);
        assertThat(room.page(city, "/complaints")).contains("本镇的事").doesNotContain("举报的事");
    }

    @Test
    void showsAHandlingUnitOnlyWhatCameToIt() throws Exception {
        room.matter("别人的事");
        room.give(room.matter("交给它的事"), "department-officer", LedgerRoom.OFFICE);
        Staff handler = room.room.employ("经办", "department-officer@" + LedgerRoom.OFFICE);
        assertThat(room.page(handler, "/complaints?tab=below"))
                .contains("交给它的事")
                .doesNotContain("别人的事");
        assertThat(room.page(handler, "/complaints?tab=desk")).doesNotContain("别人的事");
    }

    @Test
    void saysBesideTheDatesThatTheyAreReversed() throws Exception {
        room.matter("路灯的事");
        MockHttpServletResponse answer = room.ask(officer, "/complaints?from=2026-11-12&to=2026-11-11");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("日期前后颠倒了", "value=\"2026-11-12\"", "value=\"2026-11-11\"")
                .doesNotContain("没有符合条件的事项");
        assertThat(room.page(officer, "/complaints?from=2026-11-12&to=2026-11-12"))
                .contains("没有符合条件的事项")
                .doesNotContain("日期前后颠倒了");
    }

    /** Issue 4, section 3: the complained-of unit and its subtree never find, count or export the matter. */
    @Test
    void neverTellsTheUnitComplainedAbout() throws Exception {
        UUID about = room.matter("反映新村的事");
        room.exclude(about, LedgerRoom.TOWN);
        Staff leader = room.room.employ("镇长", "township-leader@" + LedgerRoom.TOWN);
        for (Staff reader : List.of(officer, leader)) {
            assertThat(room.page(reader, "/complaints")).doesNotContain("反映新村的事");
            assertThat(room.page(reader, "/complaints?q=" + url("新村"))).doesNotContain("反映新村的事");
            assertThat(room.page(reader, "/complaints/statistics"))
                    .contains("这一年没有事项")
                    .doesNotContain("反映新村的事");
            assertThat(rows(reader, "/complaints/export")).hasSize(2);
        }
        Staff city = room.room.employ("市长", "city-leader@" + LedgerRoom.CITY);
        assertThat(room.page(city, "/complaints")).contains("反映新村的事");
    }

    @ParameterizedTest
    @CsvSource({
        "state=open, open",
        "state=closed, closed",
        "kind=help, helped",
        "kind=none, open|closed|grouped|merged|late",
        "route=duty, helped",
        "channel=phone, phoned",
        "subject=03, helped",
        "subject=0302, ''",
        "lamp=overdue, late",
        "from=2026-11-11&to=2026-11-12, late",
        "group=1, grouped",
        "repeat=1, merged|open"
    })
    void narrowsByMatter(String query, String expected) throws Exception {
        UUID open = room.matter("[open]");
        room.set(room.matter("[closed]"), "closed = received, state = 'closed'");
        long subject = room.jdbc()
                .sql("select id from subject where code = '0301'")
                .query(Long.class)
                .single();
        room.set(
                room.matter("[helped]"),
                "kind = 'help', route = 'duty', closed = received, state = 'withdrawn', subject = " + subject);
        room.set(
                room.matter("[phoned]"), "channel = 'phone', kind = 'inquiry', closed = received, state = 'withdrawn'");
        room.set(room.matter("[grouped]"), "people = 5, closed = received, state = 'withdrawn'");
        room.set(room.matter("[merged]"), "merged_into = '" + open + "', closed = received, state = 'merged'");
        UUID late = room.matter("[late]", "内容", "2026-11-11 00:00+08", LedgerRoom.VILLAGE);
        room.clock(late, "petition-routing", "2026-11-15 00:00+08", null);
        if (query.startsWith("state=open")) {
            room.set(late, "closed = received, state = 'withdrawn'");
        }
        String page = room.page(officer, "/complaints?" + query);
        List<String> found = Pattern.compile("\\[([a-z]+)]")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(found).containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split("\\|"));
    }

    @Test
    void refusesASingleCharacterAndKeepsIt() throws Exception {
        MockHttpServletResponse answer = room.ask(officer, "/complaints?q=" + url("路"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("只有一个字", "value=\"路\"");
    }

    @Test
    void keepsWhatWasSearchedForInTheAddressOfTheNextPage() throws Exception {
        for (int i = 0; i < 25; i++) {
            room.matter("路灯" + i, "路灯 100%&{x} 坏了", "2026-11-10 00:00+08", LedgerRoom.VILLAGE);
        }
        String page = room.page(officer, "/complaints?q=" + url("100%&{x}"));
        Matcher next = NEXT.matcher(page);
        assertThat(next.find()).isTrue();
        assertThat(matters(room.page(officer, next.group(1).replace("&amp;", "&"))))
                .hasSize(5);
    }

    /** There is no way to collect one person's matters: nothing but the matter is searched or filtered. */
    @Test
    void knowsNoFilterByPerson() throws Exception {
        room.matter("一件事");
        for (String field : List.of("name", "phone", "person", "contact", "alias", "concerned")) {
            assertThat(room.page(officer, "/complaints?" + field + "=x")).contains("一件事");
        }
    }

    @Test
    void findsAMatterByItsNumberForItsDeskAlone() {
        UUID numbered = room.matter("有编号的事");
        room.jdbc()
                .sql("update case_file set number = '单〔2026〕7号' where id = ?")
                .param(numbered)
                .update();
        LedgerNumbers numbers = room.room.bean(LedgerNumbers.class);
        assertThat(numbers.find("单〔2026〕7号", officer, 5))
                .singleElement()
                .satisfies(found -> assertThat(found.url()).isEqualTo("/complaints/" + numbered));
        assertThat(numbers.find("单〔2026〕", officer, 5)).isEmpty();
        room.exclude(numbered, LedgerRoom.TOWN);
        assertThat(numbers.find("单〔2026〕7号", officer, 5)).isEmpty();
    }

    @Test
    void exportsWithAMarkMaskedAndWithoutFormulas() throws Exception {
        room.matter("=cmd 联系 13800138000 的事");
        List<List<String>> rows = rows(officer, "/complaints/export");
        assertThat(rows.get(0).get(0)).contains("导出", "2026-11-20", "单位442000007000");
        assertThat(rows.get(2))
                .anySatisfy(cell ->
                        assertThat(cell).startsWith("'=cmd").contains("138****").doesNotContain("13800138000"));
        assertThat(room.jdbc()
                        .sql("select count(*) from audit where action = 'ledger.audit.export'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void printsAcrossWithItsHeadItsMarkAndThePagesOnEachPage() throws Exception {
        for (int i = 0; i < 60; i++) {
            room.matter("第" + i + "件 联系 13800138000 的事");
        }
        byte[] file = room.ask(officer, "/complaints/export?format=pdf").getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            PDFTextStripper reader = new PDFTextStripper();
            for (int i = 1; i <= pages; i++) {
                var sheet = document.getPage(i - 1).getMediaBox();
                assertThat(sheet.getWidth()).as("across").isGreaterThan(sheet.getHeight());
                reader.setStartPage(i);
                reader.setEndPage(i);
                assertThat(reader.getText(document))
                        .contains("编号", i + "/" + pages, "导出", "2026-11-20", "138****")
                        .doesNotContain("13800138000");
            }
        }
        assertThat(room.page(officer, "/complaints?tab=desk")).contains("format=pdf");
    }

    private List<List<String>> rows(Staff reader, String url) throws Exception {
        return TableFile.lines(room.ask(reader, url).getContentAsByteArray(), 100);
    }

    private static List<String> matters(String page) {
        return MATTER.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
