package org.qipan.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qipan.staff.Office.text;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.identity.AccountsFixture;
import org.springframework.mock.web.MockHttpServletResponse;

class StaffPagesTests {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private MockHttpServletResponse add(UUID key, String username, String unit, String role) {
        return office.send(
                key, office.system, "/staff/new", "name", "李四", "username", username, "unit0", unit, "role0", role);
    }

    private MockHttpServletResponse add(String username, String unit, String role) {
        return add(UUID.randomUUID(), username, unit, role);
    }

    @Test
    void listsThePeopleOfTheAreaAndFindsThemByNameUnitRoleAndLastSignIn() {
        office.room.employ("张三", "village-worker@" + Office.VILLAGE);
        office.room.employ("远方", "district-officer@" + Office.ELSEWHERE);
        assertThat(office.page(office.system, "/staff"))
                .contains("张三", "单位442000007001", "从未登录", "系统管理员")
                .doesNotContain("远方");
        assertThat(office.page(office.system, "/staff?q=%E5%BC%A0"))
                .contains("张三")
                .doesNotContain("安全管理员</span>");
        assertThat(office.page(office.system, "/staff?unit=" + Office.VILLAGE + "&role=village-worker"))
                .contains("张三");
        assertThat(office.page(office.system, "/staff?unit=" + Office.OTHER)).contains("没有符合条件的人员");
        assertThat(office.page(office.system, "/staff?since=2026-11-01")).contains("张三");
        office.room
                .jdbc
                .sql("update staff set signed_in_at = '2026-11-19T00:00:00Z'")
                .update();
        assertThat(office.page(office.system, "/staff?since=2026-11-01")).contains("没有符合条件的人员");
    }

    @Test
    void isForTheTwoAdministratorsOnly() {
        Staff officer = office.room.employ("经办", "township-officer@" + Office.TOWN);
        for (String page : new String[] {"/staff", "/staff/new", "/staff/" + officer.id()}) {
            assertThat(office.ask(officer, page).getStatus()).as(page).isEqualTo(403);
        }
        assertThat(office.ask(office.security, "/staff/new").getStatus()).isEqualTo(403);
        Staff far = office.room.employ("远方", "district-officer@" + Office.ELSEWHERE);
        assertThat(office.ask(office.system, "/staff/" + far.id()).getStatus()).isEqualTo(404);
    }

    @Test
    void whoIsAddedHasHisPostsHereAndAtKeycloakAndIsAudited() {
        UUID key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            MockHttpServletResponse answer = add(key, "lisi", Office.VILLAGE, "village-head");
            assertThat(answer.getStatus()).isEqualTo(303);
            assertThat(answer.getHeader("Location"))
                    .isEqualTo("/staff/" + office.person("lisi").id());
        }
        Staff added = office.person("lisi");
        Post head = new Post("village-head", Office.VILLAGE);
        assertThat(added.posts()).containsExactly(head);
        assertThat(office.keycloak.posts.get(added.id())).containsExactly(head);
        assertThat(office.audited()).containsExactly("staff.audit.added");
        assertThat(office.page(office.system, "/staff/" + added.id())).contains("李四", "lisi", "调整岗位", "首次登录条", "办理离岗");
    }

    @Test
    void aRefusalKeepsWhatWasTypedAndWritesNothing() {
        add("lisi", Office.VILLAGE, "village-head");
        MockHttpServletResponse taken = add("lisi", Office.OTHER, "village-head");
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(text(taken)).contains("这个登录名已有人使用", "value=\"lisi\"", "value=\"李四\"", Office.OTHER);
        assertThat(text(add("LS", Office.VILLAGE, "village-head"))).contains("登录名须是");
        assertThat(text(add("wangwu", Office.VILLAGE, "township-officer"))).contains("这一级单位没有这个岗位");
        assertThat(text(add("wangwu", Office.ELSEWHERE, "district-officer"))).contains("请选择单位和岗位");
        assertThat(text(add("wangwu", Office.BUREAU, "audit-admin"))).contains("只由安全管理员任免");
        office.keycloak.down = true;
        assertThat(text(add("wangwu", Office.VILLAGE, "village-worker"))).contains("登录服务没有应答，什么也没有改变");
        assertThat(office.keycloak.names).containsOnlyKeys("lisi");
        assertThat(office.audited()).hasSize(1);
        office.keycloak.down = false;
        assertThat(add("13800138000", Office.VILLAGE, "village-worker").getStatus())
                .isEqualTo(303);
    }

    @Test
    void whoeverChangesPeopleConfirmsFirstWhoHeIsAndLosesNothingTyped() {
        office.confirmedBefore(Duration.ofMinutes(6));
        assertThat(office.ask(office.system, "/staff").getStatus()).isEqualTo(200);
        assertThat(office.ask(office.system, "/staff/new").getRedirectedUrl())
                .isEqualTo("/oauth2/authorization/keycloak?level=2");
        MockHttpServletResponse late = add("lisi", Office.VILLAGE, "village-head");
        assertThat(late.getStatus()).isEqualTo(303);
        assertThat(late.getHeader("Location")).isEqualTo("/staff/new");
        assertThat(office.audited()).isEmpty();
        office.confirmedBefore(Duration.ofSeconds(5));
        assertThat(office.page(office.system, "/staff/new")).contains("value=\"李四\"", "value=\"lisi\"", Office.VILLAGE);
        assertThat(office.page(office.system, "/staff/new")).doesNotContain("lisi");
    }

    @Test
    void whoeverMayNotHandOverIsToldSoBeforeHeConfirmsAnything() {
        office.confirmedBefore(Duration.ofMinutes(6));
        assertThat(office.ask(office.security, "/staff/handover").getStatus()).isEqualTo(403);
        assertThat(office.send(office.security, "/staff/handover").getStatus()).isEqualTo(403);
    }

    @Test
    void everyFormThatChangesPeopleAsksForIt() {
        office.confirmedBefore(Duration.ofMinutes(6));
        UUID any = UUID.randomUUID();
        for (String form : new String[] {
            "/staff/new",
            "/staff/" + any + "/posts",
            "/staff/" + any + "/slip",
            "/staff/handover",
            "/staff/import",
            "/staff/import/" + any,
            "/staff/import/" + any + "/slips"
        }) {
            assertThat(office.ask(office.system, form).getRedirectedUrl())
                    .as(form)
                    .isEqualTo("/oauth2/authorization/keycloak?level=2");
            assertThat(office.send(office.system, form).getHeader("Location"))
                    .as(form)
                    .isEqualTo(form);
        }
    }

    private MockHttpServletResponse give(Staff admin, Staff person, String unit, String role, String... keep) {
        String[] fields = new String[4 + 2 * keep.length];
        fields[0] = "unit0";
        fields[1] = unit;
        fields[2] = "role0";
        fields[3] = role;
        for (int i = 0; i < keep.length; i++) {
            fields[4 + 2 * i] = "keep";
            fields[5 + 2 * i] = keep[i];
        }
        return office.send(admin, "/staff/" + person.id() + "/posts", fields);
    }

    @Test
    void noOneHoldsTwoAdministratorsPostsNorOneOfThemBesideTheWork() {
        Staff worker = office.room.employ("张三", "village-worker@" + Office.VILLAGE);
        String post = worker.posts().get(0).group();
        assertThat(text(give(office.security, worker, Office.BUREAU, "audit-admin", post)))
                .contains("不得由一人兼任");
        Staff free = office.room.employ("李四");
        assertThat(give(office.security, free, Office.BUREAU, "audit-admin").getStatus())
                .isEqualTo(303);
        assertThat(text(give(office.security, free, Office.CITY, "security-admin", "audit-admin@" + Office.BUREAU)))
                .contains("三者不得由一人兼任");
        assertThat(text(give(office.system, office.room.employ("王五"), Office.BUREAU, "audit-admin")))
                .contains("只由安全管理员任免");
        assertThat(text(give(office.security, worker, Office.OTHER, "village-worker", post)))
                .contains("业务岗位由系统管理员任免");
        assertThat(text(give(office.system, office.system, Office.TOWN, "township-officer")))
                .contains("不能调整自己的岗位");
        assertThat(office.person(worker.id()).posts()).hasSize(1);
    }

    @Test
    void movesAtOnceAndTellsKeycloakWhenItAnswersAgain() {
        Staff worker = office.room.employ("张三", "village-worker@" + Office.VILLAGE);
        office.keycloak.down = true;
        assertThat(give(office.system, worker, Office.OTHER, "village-head").getStatus())
                .isEqualTo(303);
        Post head = new Post("village-head", Office.OTHER);
        assertThat(office.person(worker.id()).posts()).containsExactly(head);
        assertThat(office.page(office.system, "/staff/" + worker.id())).contains("登录服务恢复后自动同步");
        office.keycloak.down = false;
        office.room.bean(AccountsFixture.Poll.class).round();
        assertThat(office.keycloak.posts.get(worker.id())).containsExactly(head);
        assertThat(office.page(office.system, "/staff/" + worker.id())).doesNotContain("登录服务恢复后自动同步");
    }

    @Test
    void theOneTimePasswordIsShownOnceAndKeptNowhere() {
        add("lisi", Office.VILLAGE, "village-head");
        Staff added = office.person("lisi");
        String address = "/staff/" + added.id() + "/slip";
        assertThat(office.page(office.system, address)).contains("只显示这一次");
        String slip = text(office.send(office.system, address));
        String password = office.keycloak.passwords.get(added.id());
        assertThat(password).hasSizeGreaterThanOrEqualTo(12);
        assertThat(slip).contains(password, "lisi", "李四", "http://localhost");
        assertThat(office.page(office.system, "/staff/" + added.id())).doesNotContain(password);
        assertThat(office.room
                        .jdbc
                        .sql("select coalesce(string_agg(detail::text, ''), '') from audit")
                        .query(String.class)
                        .single())
                .doesNotContain(password);
        assertThat(office.ask(office.system, "/staff/" + office.security.id() + "/slip")
                        .getStatus())
                .as("who could sign in as the security administrator would be one")
                .isEqualTo(404);
    }

    @Test
    void saysThatNobodyWatchesTheAdministratorsAndWhoNamesHim() {
        assertThat(office.page(office.system, "/staff")).contains("还没有审计管理员");
        assertThat(office.page(office.system, "/staff/audit-admin")).contains("没有人", "安全管理员", "信息化部门以外");
        office.room.employ("机房", "audit-admin@" + Office.CITY);
        assertThat(office.page(office.system, "/staff")).contains("审计管理员与系统管理员在同一单位");
        office.room.employ("办公室", "audit-admin@" + Office.BUREAU);
        assertThat(office.page(office.system, "/staff")).doesNotContain("如何指定");
    }

    @Test
    void speaksEnglishToo() {
        for (String page : new String[] {
            "/staff",
            "/staff/new",
            "/staff/audit-admin",
            "/staff/handover",
            "/staff/import",
            "/account",
            "/staff/" + office.security.id()
        }) {
            assertThat(text(office.ask(office.system, get(page), Locale.ENGLISH)))
                    .as(page)
                    .doesNotContain("人员与岗位");
        }
    }
}
