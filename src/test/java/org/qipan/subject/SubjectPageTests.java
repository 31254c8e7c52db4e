package org.qipan.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.spreadsheet.TableFile;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

class SubjectPageTests {

    private final SubjectRoom room = new SubjectRoom();
    private final Subjects subjects = room.bean(Subjects.class);

    @BeforeEach
    void present() {
        room.on("2026-11-20T02:00:00Z");
    }

    @Test
    void showsTheTreeToComplaintOfficersWhoChangeNothing() throws Exception {
        String page = text(room.as("complaint-officer", get("/subjects")));
        assertThat(page)
                .contains("拖欠农民工工资", "《保障农民工工资支付条例》", "民众街道人社分局", "法定", "subject-depth-2")
                .doesNotContain("/subjects/new", "/subjects/import");
        assertThat(text(room.as("complaint-officer", get("/subjects/0301"))))
                .contains("子女教育 / 子女入学")
                .doesNotContain("<form");
        assertThat(text(room.as("complaint-officer", get("/subjects").locale(Locale.ENGLISH))))
                .contains("Subjects of complaints");
    }

    @Test
    void findsByNameWithWhatLiesAbove() throws Exception {
        assertThat(text(room.as("complaint-officer", get("/subjects?q=噪声"))))
                .contains("环境保护", "建筑施工噪声", "社会生活噪声")
                .doesNotContain("拖欠");
        assertThat(text(room.as("complaint-officer", get("/subjects?q=没有这种")))).contains("没有找到");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint-officer", "township-leader", "security-admin", "audit-admin"})
    void onlyTheSystemAdministratorChangesThem(String role) throws Exception {
        for (var request : java.util.List.of(
                get("/subjects/new"),
                post("/subjects"),
                post("/subjects/0301"),
                post("/subjects/0301/retirement"),
                get("/subjects/import"),
                multipart("/subjects/import").file("file", new byte[1]))) {
            assertThat(room.as(role, request).getStatus()).isEqualTo(403);
        }
    }

    @Test
    void isNoneOfAVillagesBusiness() throws Exception {
        assertThat(room.as("village-worker", get("/subjects")).getStatus()).isEqualTo(403);
        assertThat(room.as("village-worker", get("/subjects/export")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void addsRenamesAndRetiresByItsForms() throws Exception {
        MockHttpServletResponse added = room.as(
                "system-admin",
                post("/subjects")
                        .param("code", "0305")
                        .param("parent", "03")
                        .param("name", "课后托管")
                        .param("department", "-08")
                        .param("term", "petition-handling")
                        .param("basis", "《中华人民共和国义务教育法》")
                        .param("day", "2026-11-20")
                        .param("version", version()));
        assertThat(added.getRedirectedUrl()).isEqualTo("/subjects/0305");
        assertThat(text(room.as("system-admin", get("/subjects/0305")))).contains("课后托管", "民众街道教育事务指导中心");

        MockHttpServletResponse renamed = room.as(
                "system-admin",
                post("/subjects/0305")
                        .param("parent", "03")
                        .param("name", "课后服务")
                        .param("day", "2026-11-20")
                        .param("version", version()));
        assertThat(renamed.getStatus()).isEqualTo(303);
        assertThat(text(room.as("system-admin", get("/subjects/0305")))).contains("课后服务", "课后托管", "已失效");

        room.as(
                "system-admin",
                post("/subjects/0305/retirement").param("day", "2026-11-20").param("version", version()));
        assertThat(subjects.current("0305")).isEmpty();
        assertThat(text(room.as("system-admin", get("/subjects/0305")))).doesNotContain("<form");
    }

    @Test
    void keepsWhatWasTypedWhereItRefuses() throws Exception {
        MockHttpServletResponse refused = room.as(
                "system-admin",
                post("/subjects")
                        .param("code", "0301")
                        .param("name", "已经有的")
                        .param("basis", "《某条例》")
                        .param("day", "2026-11-21")
                        .param("version", version()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("已经有的", "《某条例》", "2026-11-21", "编号“0301”已经有了");
    }

    @Test
    void importsWhatItExported() throws Exception {
        byte[] book = room.as("system-admin", get("/subjects/export")).getContentAsByteArray();
        assertThat(TableFile.lines(book, 1_000)).hasSizeGreaterThan(60);
        String preview = room.as("system-admin", upload(book)).getRedirectedUrl();
        assertThat(text(room.as("system-admin", get(preview))))
                .contains("将改变 0 项")
                .doesNotContain("确认导入");
    }

    @Test
    void showsAFileBeforeItChangesAnything() throws Exception {
        String csv = "编号,上级编号,名称,责任部门,时限,法律依据,停用\n0305,03,课后服务,-08,complaint-duty,《中华人民共和国义务教育法》,\n0404,,,,,,是\n";
        String preview = room.as("system-admin", upload(csv.getBytes(Charset.forName("GB18030"))))
                .getRedirectedUrl();
        assertThat(text(room.as("system-admin", get(preview)))).contains("将改变 2 项", "课后服务", "物业服务", "停用");
        assertThat(subjects.current("0305")).isEmpty();

        assertThat(room.as("system-admin", post(preview).param("version", version()))
                        .getRedirectedUrl())
                .isEqualTo("/subjects");
        assertThat(subjects.current("0305")).isPresent();
        assertThat(subjects.current("0404")).isEmpty();
        assertThat(room.as("system-admin", post(preview).param("version", version()))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void tellsEachFaultOfAFileWithItsLine() throws Exception {
        String csv = "code,parent,name,department,term\n0305,03,重点人员,8,someday\n0306,99,正常,,\n";
        String preview = room.as("system-admin", upload(csv.getBytes(StandardCharsets.UTF_8)))
                .getRedirectedUrl();
        String page = text(room.as("system-admin", get(preview)));
        assertThat(page)
                .contains("4 处有问题", "不能用", "不是部门编号的后缀", "不认识时限", "没有编号为“99”的上级事项")
                .doesNotContain("确认导入");
        assertThat(room.as("system-admin", post(preview).param("version", version()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(subjects.current("0306")).isEmpty();
    }

    @Test
    void saysWhyAFileCannotBeRead() throws Exception {
        assertThat(text(room.as("system-admin", upload("no,columns\n1,2\n".getBytes(StandardCharsets.UTF_8)))))
                .contains("第一行缺少");
        assertThat(room.as("system-admin", upload(new byte[] {0, 1, 2})).getStatus())
                .isEqualTo(422);
    }

    private static org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder upload(
            byte[] file) {
        var request = multipart("/subjects/import").file(new MockMultipartFile("file", "s.csv", "text/csv", file));
        request.param("day", "2026-11-20");
        return request;
    }

    private String version() {
        return Long.toString(room.bean(SubjectTable.class).version());
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString();
    }
}
