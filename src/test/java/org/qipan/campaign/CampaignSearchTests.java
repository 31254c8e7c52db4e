package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.PageTest;
import org.qipan.TestDatabase;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class CampaignSearchTests {

    private static final Staff VILLAGER = Town.staff(30, new Post("village-worker", Town.VILLAGES.get(0)));
    private static final Staff NEIGHBOUR = Town.staff(31, new Post("village-worker", Town.VILLAGES.get(1)));

    private final PageTest page = PageTest.of(TestDatabase.fresh(), Beans.class);
    private final JdbcClient jdbc = page.bean(JdbcClient.class);
    private final Reader reader = page.bean(Reader.class);

    @Test
    void findsCampaignsByNameAndNumberForThoseWhoTakePart() throws Exception {
        UUID id = campaign("RUNNING");
        reader.staff = VILLAGER;
        assertThat(body("集中服务")).contains("新市民集中服务活动", "民众〔2026〕3号", "/campaigns/" + id);
        assertThat(body("民众[2026]3号")).contains("新市民集中服务活动");
        reader.staff = NEIGHBOUR;
        assertThat(body("集中服务")).contains("没有找到").doesNotContain("新市民集中服务活动");
    }

    @Test
    void findsNoDraftOfAnotherUnitAndNothingSomebodyWithdrewFrom() throws Exception {
        UUID id = campaign("DRAFT");
        reader.staff = VILLAGER;
        assertThat(body("集中服务")).doesNotContain("新市民集中服务活动");
        reader.staff = Town.DRAFTER;
        assertThat(body("集中服务")).contains("新市民集中服务活动");
        page.bean(Exclusions.class).exclude(id, Town.DRAFTER.id(), "回避");
        assertThat(body("集中服务")).doesNotContain("新市民集中服务活动");
    }

    @Test
    void findsUnitsAndNeverAPerson() throws Exception {
        jdbc.sql("insert into staff (id, username, name, enabled, synced_at)"
                        + " values (gen_random_uuid(), 'wang', '王小明', true, now())")
                .update();
        assertThat(body("民众")).contains("民众街道", "442000007000").doesNotContain("没有找到");
        assertThat(body("王小明")).contains("没有找到");
        assertThat(body("wang")).contains("没有找到");
    }

    @Test
    void asksForTwoCharactersAndTakesAnything() throws Exception {
        assertThat(body("")).contains("输入两个字以上");
        assertThat(body("民")).contains("输入两个字以上").doesNotContain("民众街道");
        assertThat(body("%_")).contains("没有找到");
        assertThat(body("<i>甲".repeat(40))).contains("没有找到").doesNotContain("<i>甲");
    }

    private UUID campaign(String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into case_file (id, kind, number, title, unit, area, owner_area, started_by, opened)
                        values (?, 'campaign', '民众〔2026〕3号', '活动', ?, 442000007000, 442000000000, ?, '2026-10-01')""").params(id, Town.TOWN, Town.DRAFTER.id()).update();
        jdbc.sql("insert into campaign (id, unit, owner_area, name, state, created_by, created_at)"
                        + " values (?, ?, 442000000000, '新市民集中服务活动', ?, ?, '2026-10-01')")
                .params(id, Town.TOWN, state, Town.DRAFTER.id())
                .update();
        jdbc.sql("insert into campaign_unit (campaign, unit, kind, joined_at) values (?, ?, 'village', '2026-10-01')")
                .params(id, Town.VILLAGES.get(0))
                .update();
        return id;
    }

    private String body(String q) throws Exception {
        return page.mvc()
                .perform(get("/search").param("q", q).with(user("somebody")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static final class Reader implements CurrentStaff {

        private Staff staff = Town.DRAFTER;

        @Override
        public Staff get() {
            return staff;
        }

        @Override
        public Optional<Staff> find() {
            return Optional.of(staff);
        }
    }

    @TestConfiguration
    @ComponentScan("org.qipan.search")
    @Import({CampaignSearch.class, Exclusions.class})
    static class Beans {

        @Bean
        Clock clock() {
            return Clock.fixed(CampaignWorld.NOW, java.time.ZoneOffset.UTC);
        }

        @Bean
        Town town() {
            return new Town();
        }

        @Bean
        Reader reader() {
            return new Reader();
        }
    }
}
