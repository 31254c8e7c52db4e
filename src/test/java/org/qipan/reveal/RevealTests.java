package org.qipan.reveal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qipan.reveal.RevealRoom.CITY;
import static org.qipan.reveal.RevealRoom.NAME;
import static org.qipan.reveal.RevealRoom.PHONE;
import static org.qipan.reveal.RevealRoom.TOWN;
import static org.qipan.reveal.RevealRoom.register;
import static org.qipan.reveal.RevealRoom.text;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.Staffing;
import org.springframework.mock.web.MockHttpServletResponse;

/** 双人授权查看: security.md 4.4, 信访工作条例 on keeping petitioners' matters from those they complain about. */
class RevealTests {

    private static final RevealRoom ROOM = new RevealRoom();

    private UUID matter;

    @BeforeEach
    void open() {
        ROOM.confirmedBefore(Duration.ofMinutes(1));
        matter = ROOM.matter();
    }

    @AfterAll
    static void close() {
        ROOM.close();
    }

    @Test
    void showsTheIdentityToWhoAskedOnceAnotherPersonAllowedIt() {
        assertThat(ROOM.asks(matter, ROOM.asker).getRedirectedUrl()).isEqualTo(register(matter));
        assertThat(ROOM.copies(matter))
                .containsExactlyInAnyOrder("complaint-officer@" + TOWN, "township-leader@" + TOWN);
        assertThat(text(ROOM.ask(ROOM.second, ROOM.request(matter)))).contains("申请人甲", "向信访人核实情况", "地点写得不清楚");

        ROOM.grants(matter, ROOM.second);
        MockHttpServletResponse look = ROOM.looks(matter, ROOM.asker);

        assertThat(look.getStatus()).isEqualTo(200);
        assertThat(look.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(text(look)).contains(NAME, PHONE, "查看人 申请人甲", "未留");
        assertThat(ROOM.audited(matter)).containsExactly("asked", "granted", "looked");
        assertThat(ROOM.copies(matter))
                .as("the question is answered, the level above is told")
                .containsExactly("complaint-officer@" + CITY);
    }

    @Test
    void lettingTheHeadOfTheUnitDecideIsEnough() {
        ROOM.asks(matter, ROOM.asker);
        assertThat(ROOM.grants(matter, ROOM.head).getStatus()).isEqualTo(303);
        assertThat(text(ROOM.looks(matter, ROOM.asker))).contains(NAME);
    }

    @Test
    void letsNobodyDoItAlone() {
        showsNothing(ROOM.looks(matter, ROOM.asker), 303);
        ROOM.asks(matter, ROOM.asker);
        showsNothing(ROOM.looks(matter, ROOM.asker), 303);
        assertThat(ROOM.ask(ROOM.asker, ROOM.request(matter)).getRedirectedUrl())
                .isEqualTo(register(matter));
        assertThat(text(ROOM.grants(matter, ROOM.asker))).contains("不能决定自己的申请");
        showsNothing(ROOM.looks(matter, ROOM.asker), 303);
        assertThatThrownBy(() -> ROOM.room
                        .jdbc
                        .sql(
                                "update reveal set state = 'granted', decided_by = asked_by, until = now() where case_id = ?")
                        .param(matter)
                        .update())
                .as("nor by a mistake of ours")
                .hasMessageContaining("check constraint");
        assertThat(ROOM.audited(matter)).containsExactly("asked");
    }

    @Test
    void showsNothingToWhoAllowedIt() {
        matter = ROOM.granted();
        showsNothing(ROOM.looks(matter, ROOM.second), 303);
        closed(ROOM.looks(matter, ROOM.head));
        showsNothing(ROOM.looks(matter, ROOM.above), 404);
        for (Staff reader : List.of(ROOM.asker, ROOM.second, ROOM.head, ROOM.above)) {
            showsNothing(ROOM.ask(reader, register(matter)), 200);
        }
    }

    @Test
    void showsNothingAfterThirtyMinutes() {
        matter = ROOM.granted();
        ROOM.room.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(text(ROOM.looks(matter, ROOM.asker))).contains(NAME);
        ROOM.room.clock.advance(Duration.ofSeconds(1));
        showsNothing(ROOM.looks(matter, ROOM.asker), 303);
        assertThat(ROOM.asks(matter, ROOM.asker).getStatus()).as("asking again").isEqualTo(303);
    }

    @Test
    void recordsEveryLookAndNoOther() {
        matter = ROOM.granted();
        ROOM.looks(matter, ROOM.asker);
        ROOM.looks(matter, ROOM.asker);
        ROOM.looks(matter, ROOM.second);
        ROOM.looks(matter, ROOM.asker);
        assertThat(ROOM.audited(matter)).containsExactly("asked", "granted", "looked", "looked", "looked");
        assertThat(ROOM.room
                        .jdbc
                        .sql("select count(*) from audit where object_id = ? and action like '%looked' and actor = ?")
                        .params(matter.toString(), ROOM.asker.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(text(ROOM.ask(ROOM.above, register(matter)))).contains("已查看 3 次", "申请人甲", "经办人乙");
    }

    @Test
    void isClosedToTheExcluded() {
        ROOM.asks(matter, ROOM.asker);
        String request = ROOM.request(matter);
        ROOM.room.bean(Exclusions.class).exclude(matter, ROOM.second.id(), "回避");
        for (String page :
                List.of(register(matter), register(matter) + "/request", register(matter) + "/look", request)) {
            showsNothing(ROOM.ask(ROOM.second, page), 404);
        }
        showsNothing(ROOM.send(ROOM.second, request, "decision", "grant"), 404);
        ROOM.grants(matter, ROOM.head);
        ROOM.room.bean(Exclusions.class).exclude(matter, ROOM.asker.id(), "回避");
        showsNothing(ROOM.looks(matter, ROOM.asker), 404);
        assertThat(ROOM.audited(matter)).containsExactly("asked", "granted");
    }

    @Test
    void tellsNoExcludedLevelAbove() {
        ROOM.room.bean(Exclusions.class).excludeOnly(matter, CITY, "被反映单位");
        ROOM.asks(matter, ROOM.asker);
        ROOM.grants(matter, ROOM.second);
        assertThat(ROOM.copies(matter)).isEmpty();
        showsNothing(ROOM.ask(ROOM.above, register(matter)), 404);
    }

    @Test
    void isClosedToAdministratorsWhateverOtherPostSomebodyGaveThem() {
        Staff admin = ROOM.room.employ("系统管理员", "system-admin@" + TOWN);
        Staff both = ROOM.room.employ("兼任", "system-admin@" + TOWN, "complaint-officer@" + TOWN);
        matter = ROOM.granted();
        for (Staff one : List.of(admin, both)) {
            closed(ROOM.ask(one, register(matter)));
            closed(ROOM.looks(matter, one));
            closed(ROOM.asks(matter, one));
        }
    }

    @Test
    void isClosedToOtherDesksAndOtherPosts() {
        Staff village = ROOM.room.employ("村", "complaint-officer@" + org.qipan.worklist.Workroom.VILLAGE);
        Staff officer = ROOM.room.employ("经办", "township-officer@" + TOWN);
        matter = ROOM.granted();
        for (Staff one : List.of(village, officer)) {
            closed(ROOM.ask(one, register(matter)));
            closed(ROOM.looks(matter, one));
        }
    }

    @Test
    void wantsAConfirmationOfNoMoreThanFiveMinutesAgoBeforeEachStep() {
        matter = ROOM.granted();
        UUID other = ROOM.matter();
        ROOM.asks(other, ROOM.asker);
        String request = ROOM.request(other);
        ROOM.confirmedBefore(Duration.ofMinutes(6));
        showsNothing(ROOM.looks(matter, ROOM.asker), 302);
        assertThat(ROOM.ask(ROOM.second, request).getStatus()).isEqualTo(302);
        assertThat(ROOM.send(ROOM.second, request, "decision", "grant").getStatus())
                .isEqualTo(303);
        UUID third = ROOM.matter();
        ROOM.asks(third, ROOM.asker);
        assertThat(ROOM.audited(other)).as("only the question before").containsExactly("asked");
        assertThat(ROOM.audited(third)).isEmpty();
        assertThat(ROOM.audited(matter)).containsExactly("asked", "granted");
        ROOM.confirmedBefore(Duration.ofMinutes(1));
        assertThat(text(ROOM.ask(ROOM.asker, register(third) + "/request")))
                .as("what was typed is kept")
                .contains("地点写得不清楚，要问一问");
    }

    @Test
    void keepsARefusalWithItsReason() {
        ROOM.asks(matter, ROOM.asker);
        assertThat(text(ROOM.send(ROOM.second, ROOM.request(matter), "decision", "refuse")))
                .contains("请填写理由");
        assertThat(ROOM.send(ROOM.second, ROOM.request(matter), "decision", "refuse", "reason", "可以由追踪页询问")
                        .getStatus())
                .isEqualTo(303);
        showsNothing(ROOM.looks(matter, ROOM.asker), 303);
        assertThat(text(ROOM.ask(ROOM.asker, register(matter)))).contains("可以由追踪页询问", "不同意");
        assertThat(ROOM.copies(matter)).isEmpty();
    }

    @Test
    void takesOneDecisionOnly() {
        ROOM.asks(matter, ROOM.asker);
        String request = ROOM.request(matter);
        ROOM.send(ROOM.head, request, "decision", "refuse", "reason", "不必要");
        assertThat(text(ROOM.send(ROOM.second, request, "decision", "grant"))).contains("已由他人决定");
        showsNothing(ROOM.looks(matter, ROOM.asker), 303);
    }

    @Test
    void takesOneRequestAtATime() {
        ROOM.asks(matter, ROOM.asker);
        assertThat(text(ROOM.asks(matter, ROOM.asker))).contains("已有一份申请");
    }

    @Test
    void asksForAPurposeAndWordsAndKeepsWhatWasTyped() {
        MockHttpServletResponse answer =
                ROOM.send(ROOM.asker, register(matter) + "/request", "purpose", "curiosity", "words", "想知道");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("请选择用途", "想知道");
        assertThat(text(ROOM.send(ROOM.asker, register(matter) + "/request", "purpose", "safety", "words", " ")))
                .contains("请填写具体说明");
    }

    @Test
    void doesNotAllowItToWhoLostHisPostMeanwhile() {
        Staff leaving = ROOM.room.employ("调离者", "complaint-officer@" + TOWN);
        ROOM.asks(matter, leaving);
        ROOM.room
                .bean(Staffing.class)
                .write(
                        leaving.id(),
                        leaving.username(),
                        leaving.name(),
                        true,
                        List.of(new Post("township-officer", TOWN)));
        assertThat(text(ROOM.grants(matter, ROOM.second))).contains("只能决定不同意");
    }

    @Test
    void saysSoWhereNobodyElseCouldDecide() {
        ROOM.room.bean(Exclusions.class).exclude(matter, ROOM.second.id(), "回避");
        ROOM.room.bean(Exclusions.class).exclude(matter, ROOM.head.id(), "回避");
        ROOM.room
                .jdbc
                .sql("select staff from staff_post where role = 'complaint-officer' and unit = ? and staff <> ?")
                .params(TOWN, ROOM.asker.id())
                .query(UUID.class)
                .list()
                .forEach(staff -> ROOM.room.bean(Exclusions.class).exclude(matter, staff, "回避"));
        assertThat(text(ROOM.asks(matter, ROOM.asker))).contains("没有其他可以决定的人");
    }

    @Test
    void hasNothingToAskForWhereTheMatterIsAnonymous() {
        matter = ROOM.matter("anonymous");
        assertThat(text(ROOM.ask(ROOM.asker, register(matter))))
                .contains("匿名反映")
                .doesNotContain("/identity/request");
        showsNothing(ROOM.asks(matter, ROOM.asker), 404);
    }

    @Test
    void countsTheRequestsOfAYear() {
        RevealYears years = ROOM.room.bean(RevealYears.class);
        int year = ROOM.room
                .clock
                .instant()
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .getYear();
        var before = years.of(year);
        matter = ROOM.granted();
        ROOM.looks(matter, ROOM.asker);
        assertThat(years.of(year))
                .isEqualTo(new RevealYears.Figures(
                        before.asked() + 1, before.granted() + 1, before.refused(), before.looks() + 1));
        assertThat(years.of(year - 1)).isEqualTo(new RevealYears.Figures(0, 0, 0, 0));
    }

    /** Not his role, or not there for him. */
    private static void closed(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isIn(403, 404);
        assertThat(text(answer)).doesNotContain(NAME, PHONE);
    }

    private static void showsNothing(MockHttpServletResponse answer, int status) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(text(answer)).doesNotContain(NAME, PHONE);
    }
}
