package org.qipan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.qipan.service.Town;
import org.springframework.test.web.servlet.MockMvc;

class ReportPagesTests {

    private final Office office = new Office();
    private final MockMvc mvc = office.pages.mvc(Locale.CHINA, office.controllers);
    private final String campaign = "campaign=" + Office.CAMPAIGN;

    @Test
    void opensEveryCellAndKeepsTheConfirmedVersion() throws Exception {
        long id = office.desk.record(Town.WORKER, "health-record", "12", Office.CAMPAIGN);
        office.pages.as(Town.OFFICER);
        assertThat(body("/reports")).contains("2026年集中服务活动", "信息与服务");
        String sheet = body("/reports/b?" + campaign);
        assertThat(sheet).contains("新伦村民委员会", ">12</a>", "合计", "填报人", "确认报送").doesNotContain("义仓村", "本期尚无记录");
        assertThat(sheet).as("no total can be typed").doesNotContain("type=\"text\"", "type=\"number\"", "<textarea");
        assertThat(body("/reports/b/cell?row=total&column=health-record&" + campaign))
                .contains("来自 1 条记录", "/work-records/" + id);

        String v1 = confirm();
        office.desk.correct(id, Town.WORKER, "health-record", "10", Office.CAMPAIGN);
        assertThat(body("/reports/b?" + campaign)).contains(">10</a>", "确认之后有更正");
        String v2 = confirm();
        assertThat(v2).contains("version=2");
        assertThat(body(v1)).contains(">12</a>", "v1");
        assertThat(body("/reports/b/cell?row=" + Town.XINLUN + "&column=health-record&" + campaign))
                .contains("更正史（1）", "<s class=\"qp-number\">12</s>");
        mvc.perform(get("/reports/b/workbook?" + campaign)).andExpect(status().isOk());
    }

    @Test
    void showsNobodyTheFiguresOfAnotherVillage() throws Exception {
        office.pages.as(Town.WORKER);
        mvc.perform(get("/reports/a?unit=" + Town.MINPING)).andExpect(status().isNotFound());
        mvc.perform(get("/reports/a/cell?row=total&column=leaflet&unit=" + Town.TOWN))
                .andExpect(status().isNotFound());
        mvc.perform(get("/reports/a/workbook?unit=" + Town.TOWN)).andExpect(status().isNotFound());
        mvc.perform(get("/reports/nothing")).andExpect(status().isNotFound());
        mvc.perform(get("/reports/a/cell?row=nowhere&column=leaflet")).andExpect(status().isNotFound());
        assertThat(body("/reports/a")).contains("新伦村");

        office.desk.record(Town.WORKER, "health-check", "77");
        office.desk.record(Town.NURSE, "two-cancer-screening", "12");
        office.pages.as(Town.NURSE);
        assertThat(body("/reports/b"))
                .as("an institution reads its own figures only")
                .contains(">12</a>")
                .doesNotContain(">77</a>");
        mvc.perform(get("/reports/b?unit=" + Town.TOWN)).andExpect(status().isNotFound());
    }

    @Test
    void keepsAnOfficersOwnColumns() throws Exception {
        office.pages.as(Town.OFFICER);
        assertThat(body("/reports/columns")).contains("讲座参加人次", "线上办理率");
        String own = mvc.perform(
                        post("/reports/columns").param("name", "市表").param("columns", "leaflet", "online-rate"))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(body(own)).contains("市表", "发资料（份）", "线上办理率（%）");
        mvc.perform(post("/reports/columns").param("name", "双查表").param("columns", "leaflet"))
                .andExpect(status().isUnprocessableEntity());
        office.pages.as(Town.LEADER);
        mvc.perform(get(own)).andExpect(status().isNotFound());
    }

    @Test
    void walksAPackageAndACircularThroughThePages() throws Exception {
        office.pages.as(Town.WORKER);
        assertThat(body("/reports/packages")).contains("还没有报送材料");
        String address = mvc.perform(post("/reports/packages").param("campaign", Office.CAMPAIGN.toString()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(body(address)).contains("情况总结", "典型案例一", "报送");
        mvc.perform(post(address + "/submit")).andExpect(status().isUnprocessableEntity());
        mvc.perform(post(address + "/items/summary").param("content", "属实").param("confirmed", "true"))
                .andExpect(status().isSeeOther());
        mvc.perform(post(address + "/submit")).andExpect(status().isSeeOther());
        office.pages.as(Town.OFFICER);
        mvc.perform(post(address + "/receive")).andExpect(status().isSeeOther());
        assertThat(body(address)).contains("回执", "2026-11-20 10:00", "退回修改");
        mvc.perform(post(address + "/return").param("item", "summary").param("remark.summary", "请写明走访情况"))
                .andExpect(status().isSeeOther());
        office.pages.as(Town.WORKER);
        assertThat(body(address)).contains("退回意见：请写明走访情况", "已锁定");

        office.pages.as(Town.LEADER);
        String circular = mvc.perform(post("/circulars").param("campaign", Office.CAMPAIGN.toString()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(body(circular)).contains("签发");
        mvc.perform(post(circular + "/sign").param("version", "0")).andExpect(status().isSeeOther());
        office.pages.as(Town.WORKER);
        assertThat(body(circular)).contains("2026年11月20日", "本单位已阅");
        mvc.perform(post(circular + "/receipt")).andExpect(status().isSeeOther());
        assertThat(body("/circulars")).contains("民众街道〔2026〕1号");
    }

    @Test
    void speaksEnglishToo() throws Exception {
        office.desk.record(Town.WORKER, "leaflet", "12", Office.CAMPAIGN);
        MockMvc english = office.pages.as(Town.OFFICER).mvc(Locale.ENGLISH, office.controllers);
        for (String address :
                java.util.List.of("/reports", "/reports/c?" + campaign, "/reports/columns", "/circulars")) {
            assertThat(english.perform(get(address))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(address)
                    .doesNotContain("??");
        }
    }

    private String confirm() throws Exception {
        return mvc.perform(post("/reports/b/confirm").param("campaign", Office.CAMPAIGN.toString()))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
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
