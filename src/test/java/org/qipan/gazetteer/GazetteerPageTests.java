package org.qipan.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.DirectoryPages;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

class GazetteerPageTests {

    private static DirectoryPages pages;

    @BeforeAll
    static void start() {
        pages = new DirectoryPages();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/directory/units/442000007201/name",
                "/directory/units/442000007201/end",
                "/directory/units/442000007201/merger"
            })
    void isClosedToEveryoneButTheSystemAdministrator(String address) throws Exception {
        assertThat(pages.as(pages.officer, post(address)).getStatus()).isEqualTo(403);
    }

    @Test
    void refusesAnImpossibleMergerAndKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse refused = pages.as(
                pages.admin,
                post("/directory/units/442000007202/merger")
                        .param("into", "没有这样的村")
                        .param("at", "2026-10-01"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("没有这样的村", "2026-10-01", "同类单位");
    }

    @Test
    void mergesAVillageByTheFormAlone() throws Exception {
        MockHttpServletResponse merged = pages.as(
                pages.admin,
                post("/directory/units/442000007206/merger")
                        .param("into", "新平村 442000007205")
                        .param("at", "2026-10-01"));
        assertThat(merged.getRedirectedUrl()).isEqualTo("/directory/units/442000007206");
        assertThat(pages.as(pages.admin, get("/directory/units/442000007206")).getContentAsString())
                .contains("已撤销", "并入");
    }

    @Test
    void readsAFileShowsItAndKeepsItOnConfirmation() throws Exception {
        byte[] csv = "code,name,level,parent\n350211001001,测试社区居民委员会,village,350211001000\nx,=1,village,1\n"
                .getBytes(StandardCharsets.UTF_8);
        String preview = pages.as(
                        pages.admin,
                        multipart("/directory/import").file(new MockMultipartFile("file", "v.csv", "text/csv", csv)))
                .getRedirectedUrl();
        assertThat(pages.as(pages.admin, get(preview)).getContentAsString())
                .contains("等待确认", "代码应为 12 位数字")
                .doesNotContain("??");
        assertThat(pages.as(pages.admin, get(preview + "/faults.csv")).getContentAsString())
                .contains("3,code,");
        pages.as(pages.admin, post(preview + "/confirmation"));
        assertThat(pages.as(pages.admin, get(preview)).getContentAsString()).contains("已导入");
        assertThat(pages.directory().find("350211001001")).isPresent();
    }
}
