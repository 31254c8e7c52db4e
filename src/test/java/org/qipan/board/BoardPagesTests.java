package org.qipan.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.campaign.CampaignPageTest;
import org.qipan.campaign.CampaignPages;
import org.qipan.campaign.Neighbours;
import org.qipan.campaign.Town;
import org.qipan.directory.Post;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;

@CampaignPageTest
@ContextConfiguration(classes = BoardWorld.class)
class BoardPagesTests {

    @Autowired
    private CampaignPages pages;

    @Autowired
    private Town town;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyPageHasItsTextsInBothLanguages(String language) throws Exception {
        pages.speak(Locale.forLanguageTag(language));
        UUID id = pages.running();
        UUID draft = pages.sample();
        for (String url : List.of(
                "/campaigns/" + draft + "/board",
                "/campaigns/" + id + "/board",
                "/campaigns/" + id + "/board?stage=1",
                "/campaigns/" + id + "/board/units/442000007201",
                "/campaigns/one-page")) {
            assertThat(pages.page(url)).contains("<main");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theHeadTakesBackWhatWasNotReviewed(String language) throws Exception {
        pages.speak(Locale.forLanguageTag(language));
        UUID id = pages.running();
        String url = "/campaigns/" + id + "/board/units/442000007201";
        neighbours.staff = Town.staff(8, new Post("village-head", "442000007201"));
        assertThat(pages.page(url)).doesNotContain("/acts/recall");
        jdbc.sql("update unit_stage set submitted_at = '2018-06-05' where campaign = ? and unit = '442000007201'")
                .param(id)
                .update();
        assertThat(pages.page(url)).contains("/acts/recall");
        assertThat(pages.call(post(url + "/acts/recall")
                                .param("stage", pages.stageTwo(id))
                                .param("sure", "true"))
                        .getStatus())
                .isEqualTo(422);
        pages.call(post(url + "/acts/recall")
                .param("stage", pages.stageTwo(id))
                .param("reason", "数不对")
                .param("sure", "true"));
        assertThat(neighbours.asked).containsExactly("recall village-head@442000007201");
        neighbours.staff = Town.staff(9, new Post("village-worker", "442000007201"));
        assertThat(pages.page(url)).doesNotContain("/acts/recall");
    }

    @Test
    void theTownSendsBackWhatItAcceptedItemByItem() throws Exception {
        UUID id = pages.running();
        String village = Town.VILLAGES.get(0);
        String url = "/campaigns/" + id + "/board/units/" + village;
        jdbc.sql("""
                insert into unit_stage (campaign, stage, unit, opened_at)
                select campaign, id, '442000007000', '2018-05-01' from campaign_stage where campaign = ? and no = 2""").param(id).update();
        String item = jdbc.sql("""
                select min(i.item) from unit_stage_item i join unit_stage us on us.id = i.us
                where us.campaign = ? and us.unit = ?""").params(id, village).query(String.class).single();
        assertThat(pages.page(url)).contains("/acts/send-back", "change." + item);
        MockHttpServletResponse refused = pages.call(post(url + "/acts/send-back")
                .param("stage", pages.stageTwo(id))
                .param("reason", "核对发现")
                .param("item", item)
                .param("sure", "true"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("逐项勾选", ">核对发现</textarea>");
        pages.call(post(url + "/acts/send-back")
                .param("stage", pages.stageTwo(id))
                .param("reason", "核对发现")
                .param("item", item)
                .param("change." + item, "写清地点")
                .param("sure", "true"));
        assertThat(neighbours.asked).containsExactly("send back " + village + " [写清地点] township-officer");
    }

    @Test
    void theBoardTellsShapeWordAndNumberAndWhoBlocks() throws Exception {
        UUID id = pages.running();
        neighbours.totals.put("442000007201", Map.of("visit-rental", new BigDecimal("18")));
        town.vacant.add(new Post("village-worker", "442000007212"));
        String board = pages.page("/campaigns/" + id + "/board");
        assertThat(board).contains("2/19", "18/20", "◔", "办理中", "村212 · village-worker", "岗位空缺", "复制提醒");
    }

    @Test
    void aVillageSeesItsOwnRowOnly() throws Exception {
        UUID id = pages.running();
        neighbours.staff = Town.staff(8, new Post("village-worker", "442000007201"));
        assertThat(pages.page("/campaigns/" + id + "/board")).contains("村201").doesNotContain("村202", "村212");
    }

    @Test
    void theLivePartIsSentOnlyWhenSomethingChanged() throws Exception {
        UUID id = pages.running();
        String url = "/campaigns/" + id + "/board/live";
        String tag = pages.call(get(url)).getHeader("ETag");
        assertThat(pages.call(get(url).header("If-None-Match", tag)).getStatus())
                .isEqualTo(304);
        jdbc.sql(
                        "update unit_stage set state = 'accepted', accepted_at = '2018-06-06' where campaign = ? and unit = '442000007201'")
                .param(id)
                .update();
        assertThat(pages.call(get(url).header("If-None-Match", tag)).getStatus())
                .isEqualTo(200);
        neighbours.totals.put("442000007202", Map.of("lecture", BigDecimal.ONE));
        String second = pages.call(get(url)).getHeader("ETag");
        assertThat(second).isNotEqualTo(tag);
    }

    @Test
    void oneOrAllAreUrgedByTheOfficer() throws Exception {
        UUID id = pages.running();
        pages.call(post("/campaigns/{id}/board/urges", id));
        String one = jdbc.sql("select id from unit_stage where campaign = ? and unit = '442000007201'")
                .param(id)
                .query(String.class)
                .single();
        pages.call(post("/campaigns/{id}/board/urges", id).param("parts", one));
        assertThat(neighbours.asked)
                .containsExactly("urge 17 township-officer@442000007000", "urge 1 township-officer@442000007000");
    }

    @Test
    void theExportHoldsWhatTheScreenShows() throws Exception {
        UUID id = pages.running();
        neighbours.totals.put("442000007201", Map.of("visit-rental", new BigDecimal("18")));
        byte[] file = pages.call(get("/campaigns/{id}/board/export", id)).getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1 + 19);
            assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("村201");
            assertThat(sheet.getRow(5).getCell(1).getStringCellValue()).isEqualTo("办理中 18/20");
        }
    }

    @Test
    void theOnePageTellsWhatChangedSinceTheLeaderLooked() throws Exception {
        UUID id = pages.running();
        neighbours.staff = Town.CHIEF;
        neighbours.waiting = id;
        assertThat(pages.page("/campaigns/one-page"))
                .contains("第一次查看", "我看过了")
                .as(
                        "nothing changed since a look that never was; nothing is to be decided before the stage is done or due")
                .doesNotContain("0 → 2", "新加入", "没有变化", "/tasks/77");
        jdbc.sql("update campaign_stage set closes = '2018-06-05' where campaign = ? and state = 'OPEN'")
                .param(id)
                .update();
        assertThat(pages.page("/campaigns/one-page")).contains("/tasks/77");
        pages.call(post("/campaigns/one-page/looks"));
        assertThat(pages.page("/campaigns/one-page")).contains("没有变化").doesNotContain("第一次查看");
        jdbc.sql(
                        "update unit_stage set state = 'accepted', accepted_at = '2018-06-07' where campaign = ? and unit = '442000007201'")
                .param(id)
                .update();
        assertThat(pages.page("/campaigns/one-page")).contains("完成 2 → 3 个单位");
    }
}
