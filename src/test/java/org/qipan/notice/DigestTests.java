package org.qipan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Said;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.Substitutions;
import org.qipan.worklist.Urges;
import org.qipan.worklist.WorkFacts;
import org.qipan.worklist.Workroom;

/** One digest a day, at the chosen hour, of what is new and still there. */
class DigestTests {

    private final NoticeRoom notices = new NoticeRoom();
    private Staff officer;
    private UUID caseId;

    @BeforeEach
    void aCase() {
        officer = notices.employ("李四", NoticeRoom.OFFICER);
        caseId = notices.room.openCase(officer, "张三家的事");
    }

    @AfterEach
    void close() {
        notices.close();
    }

    @Test
    void saysHowManyWaitAndWhenTheFirstIsDueWithoutAName() {
        notices.item(caseId, NoticeRoom.OFFICER, "2026-11-25T16:00:00Z");
        notices.item(caseId, NoticeRoom.OFFICER, "2026-12-01T16:00:00Z");
        notices.item(caseId, NoticeRoom.OFFICER, null);
        assertThat(tell()).containsExactly("您有 3 件待办，最近一件 11月25日到期。新到 3 件。请登录系统查看。");
    }

    @Test
    void speaksTheLanguageOfThePerson() {
        notices.choose(officer, 9, "en", Set.of());
        notices.item(caseId, NoticeRoom.OFFICER, "2026-11-25T16:00:00Z");
        assertThat(tell()).containsExactly("Open items: 1, the first due 25 Nov. New: 1. Please sign in to see them.");
    }

    @Test
    void comesAtTheChosenHourAndOnceADay() {
        notices.choose(officer, 14, "zh-CN", Set.of());
        notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room.clock.set("2026-11-20T05:59:00Z");
        assertThat(notices.digests.write()).isZero();
        notices.room.clock.set("2026-11-20T06:00:00Z");
        assertThat(notices.digests.write()).isEqualTo(1);
        notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room.clock.set("2026-11-20T08:00:00Z");
        assertThat(notices.digests.write()).isZero();
        notices.room.clock.set("2026-11-23T06:00:00Z");
        assertThat(notices.digests.write()).as("Monday").isEqualTo(1);
        assertThat(notices.rows()).containsExactly("digest waiting", "digest waiting");
    }

    @Test
    void isSilentInTheEveningAndOnRestDays() {
        notices.item(caseId, NoticeRoom.OFFICER, null);
        for (String moment : List.of(
                "2026-11-20T12:00:00Z", "2026-11-20T23:59:00Z", "2026-11-21T02:00:00Z", "2026-11-22T02:00:00Z")) {
            notices.room.clock.set(moment);
            assertThat(notices.digests.write()).as(moment).isZero();
        }
        notices.room.clock.set("2026-11-23T01:00:00Z");
        assertThat(notices.digests.write()).isEqualTo(1);
    }

    @Test
    void worksOnAWeekendThatWasShifted() {
        notices.room
                .jdbc
                .sql("insert into calendar_day (day, kind, name, source) values ('2026-11-21', 'workday', 'x', 'test')")
                .update();
        notices.room
                .jdbc
                .sql("update calendar_version set version = version + 1")
                .update();
        notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room.clock.set("2026-11-21T02:00:00Z");
        assertThat(notices.digests.write()).isEqualTo(1);
    }

    @Test
    void doesNotTellOfWhatIsFinishedNorTwiceOfTheSame() {
        long done = notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room
                .jdbc
                .sql("update work_item set state = 'done' where id = ?")
                .param(done)
                .update();
        assertThat(tell()).containsExactly("您有 1 件待办。新到 1 件。请登录系统查看。");
        notices.room.clock.set("2026-11-23T02:00:00Z");
        assertThat(tell()).as("nothing new, nothing told").hasSize(1);
    }

    @Test
    void countsWhatWasUrgedReturnedAndSentForReading() {
        long urged = notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room.page.facts = new WorkFacts(caseId, "补充", null, null, null, false, false, false, true);
        notices.room.task(NoticeRoom.OFFICER);
        notices.room
                .bean(Urges.class)
                .urge(List.of(urged), officer.id(), officer.posts().get(0));
        notices.room
                .bean(org.qipan.worklist.Worklist.class)
                .copy(caseId, Said.typed("通报"), NoticeRoom.OFFICER, officer.id());
        assertThat(tell()).containsExactly("您有 2 件待办。新到 1 件。退回 1 件。被催办 1 件。待阅 1 件。请登录系统查看。");
    }

    @Test
    void countsWhatFallsDueAndWhatIsOverdueBelow() {
        notices.item(caseId, NoticeRoom.OFFICER, "2026-11-20T16:00:00Z");
        notices.item(caseId, NoticeRoom.WORKER, "2026-11-20T01:30:00Z");
        notices.employ("王五", NoticeRoom.LEADER);
        sweep();
        assertThat(tell())
                .containsExactlyInAnyOrder("您有 1 件待办，最近一件 11月20日到期。新到 1 件。将到期 1 件。请登录系统查看。", "下级超期 1 件，请关注。请登录系统查看。");
        notices.room.clock.set("2026-11-23T02:00:00Z");
        assertThat(tell()).contains("您有 1 件待办，最近一件 11月20日到期。已超期 1 件。请登录系统查看。");
    }

    @Test
    void leavesOutTheKindsThePersonSwitchedOff() {
        notices.choose(officer, 9, "zh-CN", Set.of(NoticeKind.ARRIVED));
        long item = notices.item(caseId, NoticeRoom.OFFICER, null);
        assertThat(tell()).isEmpty();
        notices.room.clock.set("2026-11-23T00:30:00Z");
        notices.room
                .bean(Urges.class)
                .urge(List.of(item), officer.id(), officer.posts().get(0));
        notices.room.clock.set("2026-11-23T02:00:00Z");
        assertThat(tell()).containsExactly("您有 1 件待办。被催办 1 件。请登录系统查看。");
    }

    @Test
    void aRecusedPersonHearsNothingOfTheCase() {
        notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room
                .bean(org.qipan.worklist.Worklist.class)
                .copy(caseId, Said.typed("通报"), NoticeRoom.OFFICER, officer.id());
        notices.room.bean(Exclusions.class).exclude(caseId, officer.id(), null);
        assertThat(tell()).isEmpty();
    }

    @Test
    void theSubstituteIsToldOfTheDeskAndTheOneWhoIsAwayIsLeftAlone() {
        Staff leader = notices.employ("王五", NoticeRoom.LEADER);
        notices.item(caseId, NoticeRoom.OFFICER, "2026-11-25T16:00:00Z");
        LocalDate today = LocalDate.of(2026, 11, 20);
        Substitution one = notices.room
                .bean(Substitutions.class)
                .make(
                        new Substitution.Wanted(officer.id(), leader.id(), today, today.plusDays(9), null, null),
                        officer);
        assertThat(tell()).containsExactly("您有 1 件待办，最近一件 11月25日到期。新到 1 件。您开始代理同事的工作。请登录系统查看。");
        assertThat(notices.told()).containsExactly(leader.id());
        notices.room.bean(Substitutions.class).end(one.id(), officer);
        notices.room.clock.set("2026-11-23T02:00:00Z");
        notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room.clock.advance(Duration.ofMinutes(5));
        notices.digests.write();
        assertThat(notices.told()).containsExactlyInAnyOrder(leader.id(), officer.id());
    }

    @Test
    void theSubstituteHearsNothingOfACaseHeIsRecusedFrom() {
        Staff leader = notices.employ("王五", NoticeRoom.LEADER);
        notices.item(caseId, NoticeRoom.OFFICER, null);
        LocalDate today = LocalDate.of(2026, 11, 20);
        notices.room
                .bean(Substitutions.class)
                .make(
                        new Substitution.Wanted(officer.id(), leader.id(), today, today.plusDays(9), null, null),
                        officer);
        notices.room.bean(Exclusions.class).exclude(caseId, leader.id(), null);
        assertThat(tell()).containsExactly("您开始代理同事的工作。请登录系统查看。");
    }

    @Test
    void whoWasAskedToDoAColleaguesTaskIsToldOfIt() {
        Staff leader = notices.employ("王五", NoticeRoom.LEADER);
        long item = notices.item(caseId, NoticeRoom.OFFICER, null);
        tell();
        notices.room.clock.set("2026-11-23T02:00:00Z");
        notices.room
                .jdbc
                .sql("insert into errand (item, asker, doer, at) values (?, ?, ?, ?)")
                .params(
                        item,
                        officer.id(),
                        leader.id(),
                        notices.room.clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        tell();
        assertThat(notices.told()).contains(leader.id());
        assertThat(notices.sms.texts()).last().isEqualTo("您有 1 件待办。新到 1 件。请登录系统查看。");
    }

    @Test
    void whatACollegueSignedForOrWaitsForOthersIsNotCounted() {
        long signed = notices.item(caseId, NoticeRoom.OFFICER, null);
        long blocked = notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room
                .jdbc
                .sql("update work_item set assignee = ? where id = ?")
                .params(UUID.randomUUID(), signed)
                .update();
        notices.room
                .jdbc
                .sql("update work_item set blocked = true where id = ?")
                .param(blocked)
                .update();
        assertThat(tell()).isEmpty();
    }

    /** Writes and sends what is due a few minutes later, and gives everything told so far. */
    private List<String> tell() {
        notices.room.clock.advance(Duration.ofMinutes(5));
        notices.digests.write();
        notices.sender.round();
        return notices.sms.texts();
    }

    private void sweep() {
        org.qipan.worklist.Sweeps.sweep(notices.room);
    }

    /** Who wrote, and what about, is for the page after signing in. */
    @Test
    void tellsTheReceivingDeskThatMailsWait() {
        notices.employ("周九", "complaint-officer@" + Workroom.TOWN);
        for (String[] mail : List.of(
                new String[] {"442000007000", "waiting"},
                new String[] {"442000007000", "unreadable"},
                new String[] {"442000007000", "aside"},
                new String[] {"442000000000", "waiting"})) {
            UUID id = UUID.randomUUID();
            notices.room.jdbc.sql("""
                            insert into mailbox_mail (id, mark, desk, uid, received, came, state, at)
                            values (?, decode(md5(?::text) || md5(?::text), 'hex'), ?, 1, date '2026-11-20',
                                timestamptz '2026-11-20 00:30:00Z', ?, now())""").params(id, id, id, mail[0], mail[1]).update();
        }
        assertThat(tell()).containsExactly("邮箱新到 2 封，请查看。请登录系统查看。");
        notices.room.clock.set("2026-11-23T02:00:00Z");
        assertThat(tell()).as("once").hasSize(1);
    }
}
