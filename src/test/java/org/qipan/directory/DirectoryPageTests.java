package org.qipan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qipan.DirectoryPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DirectoryPageTests {

    private static DirectoryPages pages;

    @BeforeAll
    static void start() {
        pages = new DirectoryPages();
        pages.person("新伦村工作人员甲", new Post("village-worker", "442000007201"));
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void startsWithTheReadersOwnUnitAndFindsOthersByTyping() throws Exception {
        assertThat(pages.as(pages.officer, get("/directory")).getContentAsString())
                .contains("我所在的单位", "/directory/units/442000007000");
        assertThat(pages.as(pages.officer, get("/directory/found").param("q", "xl"))
                        .getContentAsString())
                .contains("新伦村")
                .doesNotContain("<main");
        assertThat(pages.as(pages.officer, get("/directory").param("q", "qqqqq"))
                        .getContentAsString())
                .contains("没有找到这样的单位");
    }

    @Test
    void showsPostsWithTheirHoldersAndSaysWhereNobodyIs() throws Exception {
        JdbcClient.create(pages.database)
                .sql("insert into post (unit, role) values ('442000007201', 'village-head') on conflict do nothing")
                .update();
        String page =
                pages.as(pages.officer, get("/directory/units/442000007201")).getContentAsString();
        assertThat(page)
                .contains("新伦村工作人员甲", "此岗位暂无人员", "中山市", "民众街道", "新伦村民委员会")
                .doesNotContain("办理离岗", "??");
    }

    @Test
    void showsATownWithItsVillagesAndDepartments() throws Exception {
        assertThat(pages.as(pages.admin, get("/directory/units/442000007000")).getContentAsString())
                .contains("浪网社区 003", "浪网村 213", "民众街道新市民服务办公室", "单位变更")
                .doesNotContain("??");
        assertThat(pages.as(pages.admin, get("/directory/units/442000007000/lower"))
                        .getContentAsString())
                .contains("新伦村")
                .doesNotContain("<main");
        assertThat(pages.as(pages.admin, get("/directory/units/999")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void thePickerSuggestsWithinAnAreaAndPutsTheChosenUnitIntoTheField() throws Exception {
        MockHttpServletRequestBuilder typed = get("/directory/picker?field=into&within=442000007000&kind=village")
                .param("into", "xl");
        assertThat(pages.as(pages.officer, typed).getContentAsString()).contains("新伦村", "chosen=442000007201");
        assertThat(pages.as(
                                pages.officer,
                                get(
                                        "/directory/picker?field=into&within=442000007000&kind=village&chosen=442000007201"))
                        .getContentAsString())
                .contains("name=\"into\"", "新伦村 442000007201");
    }
}
