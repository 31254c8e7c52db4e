package org.qipan.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.campaign.PunctualityFixture;
import org.qipan.figure.StatisticalFormsFixture;
import org.qipan.report.TownCampaign;
import org.qipan.reveal.RevealYearsFixture;
import org.qipan.service.Desk;
import org.qipan.service.Pages;
import org.qipan.service.Town;
import org.springframework.test.web.servlet.MockMvc;

class OpenPagesTests {

    private static final UUID CAMPAIGN = TownCampaign.ID;

    private final Desk desk = new Desk();
    private final OpenFigures figures = new OpenFigures(StatisticalFormsFixture.over(desk), Town.messages());
    private final VillageSheets sheets =
            new VillageSheets(new TownCampaign(), desk.catalogue, figures, desk.town, Town.CLOCK);
    private final Object[] controllers = {
        new OpenController(
                new TownCampaign(),
                figures,
                PunctualityFixture.over(desk.jdbc),
                RevealYearsFixture.over(desk.jdbc),
                desk.town,
                Town.CLOCK),
        new VillageSheetController(sheets)
    };
    private final MockMvc mvc = new Pages().mvc(Locale.CHINA, controllers);

    @Test
    void publishesTotalsButNoSmallNumbersOfPeople() throws Exception {
        desk.record(Town.WORKER, "consultation", "3", CAMPAIGN);
        desk.record(Town.WORKER, "hardship-aid", "3", CAMPAIGN);
        desk.record(Town.WORKER, "permit-guidance", "5", CAMPAIGN);
        desk.record(Town.WORKER, "visit-rental", "3", CAMPAIGN);

        assertThat(body("/open")).contains("2026年集中服务活动", "本系统不收集什么").doesNotContain("tabler");
        assertThat(figures.of(new TownCampaign().facts()))
                .extracting(figure -> figure.name() + " " + figure.value())
                .containsExactlyInAnyOrder("走访出租屋 3", "居住证咨询代办 5", "困难帮扶 少于 5");
        assertThat(body("/open/" + CAMPAIGN))
                .contains("为新市民提供服务", "少于 5 户", "还没有到期的阶段")
                .doesNotContain("新伦村");
        mvc.perform(get("/open/" + UUID.randomUUID())).andExpect(status().isNotFound());
        assertThat(Files.size(Path.of("src/main/resources/static/css/open.css")))
                .isLessThan(60 * 1024);
    }

    /** Everybody may see that identities are opened rarely; small numbers are told, for they count acts of officers. */
    @Test
    void printsHowOftenIdentitiesWereOpened() throws Exception {
        int year = java.time.LocalDate.now(Town.CLOCK).getYear();
        UUID matter = UUID.randomUUID();
        desk.jdbc
                .sql(
                        "insert into case_file (id, kind, title, unit, area, owner_area, opened) values (?, 'complaint', 'x', '442000007000', 442000007000, 442000000000, now())")
                .param(matter)
                .update();
        desk.jdbc
                .sql(
                        "insert into reveal (id, case_id, desk, purpose, words, asked_by, asked_at) values (gen_random_uuid(), ?, '442000007000', 'enquiry', 'x', gen_random_uuid(), ?)")
                .params(matter, java.time.OffsetDateTime.now(Town.CLOCK))
                .update();
        assertThat(body("/open")).contains(year + " 年：申请 1 次，同意 0 次，不同意 0 次，查看 0 次");
    }

    /** 村民委员会组织法 art. 30: village affairs are published at least every quarter. */
    @Test
    void givesEveryVillageASheetForEveryQuarter() throws Exception {
        desk.record(Town.WORKER, "lecture", "2");
        desk.record(Town.WORKER, "leaflet", "120");
        desk.record(Town.WORKER, "hardship-aid", "2");
        desk.record(Town.NEIGHBOUR, "banner", "77");

        String sheet = body("/open/villages/" + Town.XINLUN);
        assertThat(sheet)
                .contains("新伦村民委员会村务公开", "2026年第4季度", "2026年集中服务活动", "本季度还没有结束", "讲座", "120 份", "少于 5 户")
                .contains("第三十一条", "向民众街道反映")
                .doesNotContain("77", "横幅");
        assertThat(body("/open/villages/" + Town.XINLUN + "?quarter=2026-Q3"))
                .contains("2026-07-01 至 2026-09-30", "这个季度没有工作记录")
                .doesNotContain("本季度还没有结束", "120", "2026年集中服务活动");
        assertThat(body("/open/villages/" + Town.XINLUN + "?quarter=nonsense")).contains("120 份");
    }

    /** What institutions enter as totals for the whole town says nothing of a village. */
    @Test
    void showsNothingOfAnInstitutionOnAVillagesSheet() throws Exception {
        desk.record(Town.NURSE, "two-cancer-screening", "88");
        assertThat(body("/open/villages/" + Town.XINLUN)).contains("这个季度没有工作记录").doesNotContain("88");
    }

    @Test
    void findsVillagesOfIssuedCampaignsOnly() throws Exception {
        assertThat(body("/open/villages")).contains("新伦村", "民平村").doesNotContain("义仓村", "民众街道");
        assertThat(body("/open/villages?q=新伦")).contains("新伦村").doesNotContain("民平村");
        assertThat(body("/open/villages?campaign=" + CAMPAIGN)).contains("新伦村");
        assertThat(body("/open/villages?q=<b>")).contains("没有找到这样的村").doesNotContain("<b>");
        for (String nothing : List.of(Town.YICANG, Town.TOWN, "442000009999")) {
            mvc.perform(get("/open/villages/" + nothing)).andExpect(status().isNotFound());
        }
    }

    @Test
    void speaksEnglishToo() throws Exception {
        desk.record(Town.WORKER, "leaflet", "12", CAMPAIGN);
        MockMvc english = new Pages().mvc(Locale.ENGLISH, controllers);
        for (String address :
                List.of("/open", "/open/" + CAMPAIGN, "/open/villages", "/open/villages/" + Town.XINLUN)) {
            assertThat(english.perform(get(address))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .as(address)
                    .contains("<h1>")
                    .doesNotContain("??");
        }
    }

    private String body(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
