package org.qipan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.qipan.DirectoryPages;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.TestUnits;
import org.springframework.jdbc.core.simple.JdbcClient;

class StaffPageTests {

    private static DirectoryPages pages;

    @BeforeAll
    static void start() {
        pages = new DirectoryPages();
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void letsNobodyButTheSystemAdministratorAcceptADrop() throws Exception {
        assertThat(pages.as(pages.officer, post("/directory/alert/acceptance")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void showsAStoppedCopyToTheSystemAdministratorAlone() throws Exception {
        new SyncState(JdbcClient.create(pages.database), TestUnits.CLOCK).stopped(new DropRule(912, 800, 930, 820));
        assertThat(pages.as(pages.admin, get("/directory")).getContentAsString())
                .contains("/directory/alert/acceptance", "912", "800")
                .doesNotContain("??");
        assertThat(pages.as(pages.officer, get("/directory")).getContentAsString())
                .doesNotContain("/directory/alert/acceptance");
    }

    @Test
    void aPersonLetGoIsOutOnTheNextRequest() throws Exception {
        Staff leaver = pages.person("离岗者", new Post("village-worker", "442000007215"));
        String address = "/directory/staff/" + leaver.id() + "/leave";
        assertThat(pages.as(pages.admin, get(address)).getContentAsString()).contains("离岗者", "接源村 · 村（社区）工作人员", "确认离岗");
        pages.as(pages.admin, post(address));
        assertThat(pages.directory().staff(leaver.id()))
                .get()
                .extracting(Staff::enabled)
                .isEqualTo(false);
        assertThat(pages.as(leaver, get("/directory")).getContentAsString()).doesNotContain("我所在的单位");
    }

    @Test
    void nobodyIsLetGoByWhoeverHasNotJustConfirmedWhoHeIs() throws Exception {
        Staff stays = pages.person("留任者", new Post("village-worker", "442000007215"));
        String address = "/directory/staff/" + stays.id() + "/leave";
        Duration late = Duration.ofMinutes(6);
        assertThat(pages.as(pages.admin, late, get(address)).getRedirectedUrl()).isEqualTo(StepUp.START);
        assertThat(pages.as(pages.admin, late, post(address)).getHeader("Location"))
                .isEqualTo(address);
        assertThat(pages.directory().staff(stays.id()))
                .get()
                .extracting(Staff::enabled)
                .isEqualTo(true);
    }

    /** A password is asked of nobody for what he may not do anyway. */
    @Test
    void whoeverMayNotIsToldSoBeforeHeConfirmsAnything() throws Exception {
        Staff security = pages.person("安全管理员乙", new Post("security-admin", "442000000000"));
        Staff stays = pages.person("留任者乙", new Post("village-worker", "442000007215"));
        String address = "/directory/staff/" + stays.id() + "/leave";
        Duration late = Duration.ofMinutes(6);
        assertThat(pages.as(security, late, get(address)).getStatus()).isEqualTo(403);
        assertThat(pages.as(security, late, post(address)).getStatus()).isEqualTo(403);
    }

    @Test
    void whoeverRunsTheSystemLetsNobodyGoWhoWatchesHim() throws Exception {
        Staff auditor = pages.person("审计者", new Post("audit-admin", "442000000000"));
        assertThat(pages.as(pages.admin, post("/directory/staff/" + auditor.id() + "/leave"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.directory().staff(auditor.id()))
                .get()
                .extracting(Staff::enabled)
                .isEqualTo(true);
    }
}
