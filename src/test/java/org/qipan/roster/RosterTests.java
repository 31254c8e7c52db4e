package org.qipan.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qipan.staff.Office.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.spreadsheet.TableFile;
import org.qipan.staff.Office;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class RosterTests {

    private static final String SHEET = """
            姓名,登录名,单位,岗位,单位二,岗位二
            甲,jia,442000007001,村（社区）工作人员,442000007002,village-worker
            乙,yi.y,442000007002,村（社区）主要负责人
            丙,jia,442000007002,村（社区）工作人员
            丁,ding,442000007002,镇长
            戊,wu5,350212000000,district-officer
            己,ji,442000007001,审计管理员
            """;

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private MockHttpServletResponse upload(String sheet) {
        return office.ask(
                office.system,
                MockMvcRequestBuilders.multipart("/staff/import")
                        .file(new MockMultipartFile(
                                "file", "人员.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8))),
                Locale.CHINA);
    }

    private String preview(String sheet) {
        return String.valueOf(upload(sheet).getHeader("Location"));
    }

    @Test
    void showsEveryWrongLineBesideItsReasonAndAddsNobodyBeforeItIsConfirmed() {
        String address = preview(SHEET);
        assertThat(office.page(office.system, address))
                .contains("可新增 2 人，有误 4 行", "登录名在表中重复", "没有这个岗位，请从下拉列表中选择", "没有这个单位，或同名单位不止一个", "只新增正确的 2 人");
        assertThat(office.keycloak.names).isEmpty();
        assertThat(office.ask(office.security, address).getStatus()).isEqualTo(403);
    }

    @Test
    void addsTheGoodLinesOnceAndPrintsTheirSlips() {
        String address = preview(SHEET);
        office.send(office.system, address);
        office.send(office.system, address);
        assertThat(office.keycloak.names).containsOnlyKeys("jia", "yi.y");
        assertThat(office.person("jia").posts()).hasSize(2);
        assertThat(office.audited()).hasSize(2);
        assertThat(office.page(office.system, address)).contains("已新增 2 人", "首次登录条");
        assertThat(office.page(office.system, address + "/slips")).contains("有 2 人还没有登录过", "第 1–2 张");
        String slips = text(office.send(office.system, address + "/slips", "from", "0"));
        assertThat(slips).contains("jia", "yi.y");
        assertThat(office.keycloak.passwords).hasSize(2);
        office.keycloak.passwords.values().forEach(password -> assertThat(slips).contains(password));
    }

    @Test
    void whatStoppedBecauseKeycloakWasDownGoesOnWhereItStopped() {
        String address = preview(SHEET);
        office.keycloak.down = true;
        office.send(office.system, address);
        assertThat(office.page(office.system, address)).contains("登录服务没有应答", "继续新增余下 2 人");
        office.keycloak.down = false;
        office.send(office.system, address);
        assertThat(office.keycloak.names).containsOnlyKeys("jia", "yi.y");
        assertThat(office.page(office.system, address)).doesNotContain("登录服务没有应答");
    }

    @Test
    void refusesAFileThatIsNoSheetOfPeople() {
        assertThat(upload("a,b\n1,2\n").getStatus()).isEqualTo(422);
        assertThat(text(upload("姓名,登录名,单位,岗位\n"))).contains("表格里没有人员");
    }

    @Test
    void theSheetToFillInHasTheHeadingsThatAreRead() throws Exception {
        byte[] file = office.ask(office.system, "/staff/template.xlsx").getContentAsByteArray();
        assertThat(TableFile.lines(file, 10).get(0)).containsExactly("姓名", "登录名", "单位", "岗位", "单位二", "岗位二");
    }
}
