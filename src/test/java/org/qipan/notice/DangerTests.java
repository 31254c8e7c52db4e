package org.qipan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.channel.Letter;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.Substitutions;
import org.qipan.worklist.Workroom;
import org.springframework.dao.DataIntegrityViolationException;

/** Danger to life is told at once, to everybody it concerns and to nobody else. */
class DangerTests {

    private final NoticeRoom notices = new NoticeRoom();
    private Staff officer;
    private UUID caseId;

    @BeforeEach
    void aCase() {
        officer = notices.employ("李四", NoticeRoom.OFFICER);
        caseId = notices.room.openCase(officer, "张三家门口的围墙要倒");
    }

    @AfterEach
    void close() {
        notices.close();
    }

    @Test
    void isWrittenInTheTransactionOfTheActAndGoneWithIt() {
        notices.room.transaction.executeWithoutResult(status -> {
            notices.danger(caseId, NoticeRoom.OFFICER);
            assertThat(notices.rows()).containsExactly("danger waiting");
            status.setRollbackOnly();
        });
        assertThat(notices.rows()).isEmpty();
        notices.danger(caseId, NoticeRoom.OFFICER);
        assertThat(notices.rows()).containsExactly("danger waiting");
    }

    @Test
    void saysNothingOfTheCaseAndNoName() {
        notices.danger(caseId, NoticeRoom.OFFICER);
        notices.sender.round();
        assertThat(notices.sms.texts())
                .singleElement()
                .asString()
                .contains("请立即登录系统查看")
                .doesNotContain("张三", "李四", "围墙", "http");
    }

    @Test
    void anOrdinaryItemWritesNothing() {
        notices.item(caseId, NoticeRoom.OFFICER, "2026-11-25T16:00:00Z");
        assertThat(notices.rows()).isEmpty();
    }

    @Test
    void goesOutAtNightAndOnRestDays() {
        notices.room.clock.set("2026-11-21T19:30:00Z");
        notices.danger(caseId, NoticeRoom.OFFICER);
        assertThat(notices.sender.round()).isEqualTo(1);
        assertThat(notices.sms.taken).hasSize(1);
    }

    @Test
    void goesByEveryChannelThatReachesThePerson() {
        notices.choices.save(new Choice(
                officer.id(),
                "u",
                "",
                9,
                EnumSet.copyOf(NoticeKind.optional()),
                "en",
                "13800138000",
                "li@example.org",
                null));
        notices.danger(caseId, NoticeRoom.OFFICER);
        notices.sender.round();
        assertThat(notices.sms.texts()).singleElement().asString().contains("sign in now");
        assertThat(notices.mail.taken).extracting(Letter::to).containsExactly("li@example.org");
    }

    @Test
    void cannotBeSwitchedOff() {
        assertThat(NoticeKind.optional()).doesNotContain(NoticeKind.DANGER);
        assertThatThrownBy(() -> notices.room
                        .jdbc
                        .sql("update notice_choice set off = '{danger}'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoCannotBeReachedIsADeadLetterToCallAbout() {
        notices.room.jdbc.sql("delete from notice_choice").update();
        notices.danger(caseId, NoticeRoom.OFFICER);
        assertThat(notices.rows()).containsExactly("danger dead address");
    }

    @Test
    void reachesTheSubstituteAndTheOneWhoIsAway() {
        Staff leader = notices.employ("王五", NoticeRoom.LEADER);
        standIn(leader);
        notices.danger(caseId, NoticeRoom.OFFICER);
        assertThat(notices.told()).containsExactlyInAnyOrder(officer.id(), leader.id());
    }

    @Test
    void neverReachesWhoIsRecusedNorThroughHim() {
        Staff leader = notices.employ("王五", NoticeRoom.LEADER);
        standIn(leader);
        Exclusions exclusions = notices.room.bean(Exclusions.class);
        exclusions.exclude(caseId, officer.id(), null);
        notices.danger(caseId, NoticeRoom.OFFICER);
        assertThat(notices.told()).as("nor his substitute").isEmpty();
        notices.room.jdbc.sql("delete from case_exclusion").update();
        exclusions.exclude(caseId, leader.id(), null);
        notices.danger(caseId, NoticeRoom.OFFICER);
        assertThat(notices.told()).containsExactly(officer.id());
    }

    @Test
    void reachesWhomItConcernsOnlyLaterAndNobodyTwice() {
        Staff leader = notices.employ("王五", NoticeRoom.LEADER);
        long item = notices.danger(caseId, NoticeRoom.OFFICER);
        notices.others();
        assertThat(notices.rows()).hasSize(1);
        notices.room
                .jdbc
                .sql("update work_item set role = 'township-leader' where id = ?")
                .param(item)
                .update();
        notices.others();
        notices.others();
        notices.sender.round();
        assertThat(notices.rows()).containsExactlyInAnyOrder("danger dropped over", "danger sent");
        assertThat(notices.told()).containsExactlyInAnyOrder(officer.id(), leader.id());
    }

    @Test
    void reachesWhoGivesAnAddressAfterwards() {
        notices.room.jdbc.sql("delete from notice_choice").update();
        notices.danger(caseId, NoticeRoom.OFFICER);
        notices.choices.save(
                new Choice(officer.id(), "u", null, 9, java.util.Set.of(), "zh-CN", null, "li@example.org", null));
        notices.others();
        notices.sender.round();
        assertThat(notices.mail.taken).hasSize(1);
    }

    @Test
    void isNotSentToWhoWasRecusedAfterItWasWritten() {
        notices.danger(caseId, NoticeRoom.OFFICER);
        notices.room.bean(Exclusions.class).exclude(caseId, officer.id(), null);
        notices.sender.round();
        assertThat(notices.rows()).containsExactly("danger dropped over");
        assertThat(notices.sms.taken).isEmpty();
    }

    @Test
    void isNotSentOnceSomebodyDealtWithIt() {
        long item = notices.danger(caseId, NoticeRoom.OFFICER);
        notices.room
                .jdbc
                .sql("update work_item set state = 'done' where id = ?")
                .param(item)
                .update();
        notices.sender.round();
        assertThat(notices.rows()).containsExactly("danger dropped over");
    }

    @Test
    void fromAPostNobodyHoldsItGoesToTheNextLevelThatIsHeldAndTheTimelineSaysSo() {
        long item = notices.danger(caseId, NoticeRoom.WORKER);
        assertThat(notices.told()).containsExactly(officer.id());
        assertThat(postOf(item)).isEqualTo(NoticeRoom.OFFICER);
        assertThat(passed()).singleElement().asString().contains("单位" + Workroom.TOWN);
    }

    @Test
    void passesByALevelWhereNobodyMayKnowOfIt() {
        Staff city = notices.employ("赵六", "city-officer@442000000000");
        notices.room.bean(Exclusions.class).exclude(caseId, officer.id(), null);
        long item = notices.danger(caseId, NoticeRoom.WORKER);
        assertThat(notices.told()).containsExactly(city.id());
        assertThat(postOf(item)).isEqualTo("city-officer@442000000000");
    }

    @Test
    void staysWhereItIsIfSomebodyHoldsThePostOrNobodyDoesUpToTheTop() {
        assertThat(postOf(notices.danger(caseId, NoticeRoom.OFFICER))).isEqualTo(NoticeRoom.OFFICER);
        notices.room.jdbc.sql("delete from staff_post").update();
        assertThat(postOf(notices.danger(caseId, NoticeRoom.WORKER))).isEqualTo(NoticeRoom.WORKER);
        assertThat(passed()).isEmpty();
    }

    private String postOf(long item) {
        return notices.room
                .jdbc
                .sql("select role || '@' || unit from work_item where id = ?")
                .param(item)
                .query(String.class)
                .single();
    }

    /** What the timeline says of it. */
    private List<String> passed() {
        return notices.room
                .jdbc
                .sql("select facts ->> 'to' from case_event where case_id = ? and act = 'vacant' and by is null")
                .param(caseId)
                .query(String.class)
                .list();
    }

    @Test
    void aPracticeCaseFrightensNobody() {
        notices.room.jdbc.sql("update case_file set practice = true").update();
        notices.danger(caseId, NoticeRoom.OFFICER);
        assertThat(notices.rows()).isEmpty();
    }

    private void standIn(Staff substitute) {
        LocalDate today = LocalDate.of(2026, 11, 20);
        notices.room
                .bean(Substitutions.class)
                .make(
                        new Substitution.Wanted(officer.id(), substitute.id(), today, today.plusDays(2), null, null),
                        officer);
    }
}
