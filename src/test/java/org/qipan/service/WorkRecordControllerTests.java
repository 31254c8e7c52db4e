package org.qipan.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Vocabulary;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

class WorkRecordControllerTests {

    private final Desk desk = new Desk();
    private final Pages pages = new Pages();
    private final RecordExport export = new RecordExport(desk.catalogue, desk.texts, desk.town);
    private final Object[] controllers = {
        new WorkRecordController(desk.records, desk.sheet, desk.table, desk.texts, new Vocabulary(), pages, desk.clock),
        new RecordListController(desk.lists, desk.sheet, export, desk.catalogue, desk.town, pages),
        new RecordImportController(desk.imports, desk.sheet, desk.texts, desk.town, pages)
    };
    private final MockMvc mvc = pages.mvc(Locale.CHINA, controllers);

    @Test
    void savesWithThePresetsOfTheSheet() throws Exception {
        String page = body("/work-records");
        assertThat(page).contains("走访出租屋", "只记做过的事", "name=\"quantity\" value=\"1\"", "value=\"2026-11-20\"");

        mvc.perform(post("/work-records")
                        .param("clientId", UUID.randomUUID().toString())
                        .param("kind", "visit-rental")
                        .param("quantity", "3")
                        .param("day", "2026-11-20"))
                .andExpect(status().isSeeOther());

        assertThat(body("/work-records")).contains("3 间", "10:00", "11月20日").doesNotContain("还没有记录");
    }

    @Test
    void keepsWhatWasTypedAndTakesTheWordsOutAtOneTap() throws Exception {
        var typed = post("/work-records")
                .param("clientId", UUID.randomUUID().toString())
                .param("kind", "lecture")
                .param("quantity", "1")
                .param("day", "2026-11-20")
                .param("note", "晚上 7 点，有人怀 孕");
        String refused = mvc.perform(typed)
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("请勿记录", "一键删去", "晚上 7 点");

        mvc.perform(typed.param("clean", "1")).andExpect(status().isSeeOther());
        assertThat(body("/work-records")).contains("晚上 7 点，有人").doesNotContain("怀 孕");
    }

    @Test
    void refusesBadInputWithoutAStackTrace() throws Exception {
        for (String[] bad : List.of(
                new String[] {"lecture", "x", "2026-11-20"},
                new String[] {"lecture", "1", "2026-02-29"},
                new String[] {"lecture", "1", "2027-01-01"},
                new String[] {"", "1", "2026-11-20"})) {
            mvc.perform(post("/work-records")
                            .param("clientId", UUID.randomUUID().toString())
                            .param("kind", bad[0])
                            .param("quantity", bad[1])
                            .param("day", bad[2]))
                    .andExpect(status().isUnprocessableEntity());
        }
        mvc.perform(post("/work-records")
                        .param("clientId", UUID.randomUUID().toString())
                        .param("kind", "lecture")
                        .param("quantity", "1")
                        .param("day", "2026-11-20")
                        .param("note", "a\0b"))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void correctsWithAReasonAndShowsBothVersions() throws Exception {
        long id = desk.record(Town.WORKER, "visit-rental", "30");
        assertThat(body("/work-records/" + id)).contains("更正理由");

        String to = mvc.perform(post("/work-records/" + id + "/correct")
                        .param("clientId", UUID.randomUUID().toString())
                        .param("kind", "visit-rental")
                        .param("quantity", "3")
                        .param("day", "2026-11-20")
                        .param("reason", "多写了一个零"))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(body(to)).contains("多写了一个零", "30 间", "3 间");
    }

    @Test
    void leadsToAProblemAndBackForThoseWhoMayReadTheRecord() throws Exception {
        long id = desk.record(Town.WORKER, "visit-rental", "3");
        assertThat(body("/work-records/" + id)).contains("/problems/new?record=" + id);
        RecordOrigin origin = new RecordOrigin(desk.table, desk.texts);
        assertThat(origin.shown(id, Town.WORKER))
                .hasValueSatisfying(shown -> assertThat(shown.url()).isEqualTo("/work-records/" + id));
        assertThat(origin.shown(id, Town.NEIGHBOUR)).isEmpty();
        assertThat(origin.shown(-1, Town.WORKER)).isEmpty();
    }

    @Test
    void hidesOtherVillagesRecordsAndClockTimesFromEverybodyElse() throws Exception {
        long id = desk.record(Town.WORKER, "visit-rental", "3");

        pages.as(Town.NEIGHBOUR);
        mvc.perform(get("/work-records/" + id)).andExpect(status().isNotFound());
        mvc.perform(post("/work-records/" + id + "/undo")).andExpect(status().isNotFound());
        pages.as(Town.OFFICER);
        assertThat(body("/work-records/" + id)).doesNotContain("10:00", "更正理由");
        assertThat(body("/work-records/area?unit=" + Town.XINLUN))
                .contains("3 间", "新伦村")
                .doesNotContain("10:00");
        assertThat(body("/work-records/area?unit=drop table")).doesNotContain("3 间");
        assertThat(body("/work-records/export?format=csv")).contains("走访出租屋").doesNotContain("10:00");
    }

    @Test
    void importsThroughThePages() throws Exception {
        var file = new MockMultipartFile(
                "file", "a.csv", "text/csv", "日期,事项,数量\n2026-11-19,讲座,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(body("/work-records/import")).contains("10,000");
        String to = mvc.perform(multipart("/work-records/import")
                        .file(file)
                        .param("as", Town.WORKER.posts().get(0).group()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(body(to)).contains("确认导入");
        mvc.perform(post(to + "/confirm")).andExpect(status().isSeeOther());
        assertThat(body("/work-records")).contains("2 场");
    }

    @Test
    void speaksEnglishToo() throws Exception {
        desk.record(Town.WORKER, "lecture", "1");
        MockMvc english = pages.mvc(Locale.ENGLISH, controllers);
        String page =
                english.perform(get("/work-records")).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Record work", "Lectures").doesNotContain("讲座", "??");
    }

    private String body(String address) throws Exception {
        String page = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??");
        return page;
    }
}
