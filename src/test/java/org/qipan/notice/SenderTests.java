package org.qipan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.channel.Letter;
import org.qipan.channel.SendFailed;
import org.qipan.directory.Staff;

/** Every message goes out, once as long as nodes run, and is not forgotten when it cannot. */
class SenderTests {

    private final NoticeRoom notices = new NoticeRoom();
    private Staff officer;

    @BeforeEach
    void somebody() {
        officer = notices.employ("李四", NoticeRoom.OFFICER);
    }

    @AfterEach
    void close() {
        notices.close();
    }

    @Test
    void twoNodesNeverSendTheSameMessage() throws Exception {
        for (int i = 0; i < 120; i++) {
            notices.trial(officer, "sms", "trial " + i);
        }
        CyclicBarrier together = new CyclicBarrier(2);
        // Both have a message in hand at the same time, at least once.
        notices.sms.also = letter -> {
            if (notices.sms.taken.size() <= 2) {
                meet(together);
            }
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<Integer>> rounds = new ArrayList<>();
        for (Sender node : List.of(notices.node(), notices.node())) {
            rounds.add(nodes.submit(node::round));
        }
        int sent = 0;
        for (Future<Integer> round : rounds) {
            assertThat(round.get(60, TimeUnit.SECONDS)).isPositive();
            sent += round.get();
        }
        nodes.shutdown();
        assertThat(sent).isEqualTo(120);
        assertThat(notices.sms.taken).extracting(Letter::id).hasSize(120).doesNotHaveDuplicates();
        assertThat(notices.rows()).hasSize(120).containsOnly("trial sent");
    }

    @Test
    void twoNodesWriteOneDigest() throws Exception {
        UUID caseId = notices.room.openCase(officer, "x");
        notices.item(caseId, NoticeRoom.OFFICER, null);
        notices.room.clock.advance(Duration.ofMinutes(5));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Future<Integer> one = nodes.submit(notices.digests::write);
        Future<Integer> other = nodes.submit(notices.digests::write);
        assertThat(one.get(30, TimeUnit.SECONDS) + other.get(30, TimeUnit.SECONDS))
                .isEqualTo(1);
        nodes.shutdown();
        assertThat(notices.rows()).containsExactly("digest waiting");
    }

    @Test
    void aMessageWhoseMarkIsLostGoesOutAgainUnderTheSameNumber() {
        notices.trial(officer, "sms", "trial");
        notices.sms.also = letter -> {
            throw new Killed();
        };
        assertThatThrownBy(notices.sender::round).isInstanceOf(Killed.class);
        assertThat(notices.rows()).containsExactly("trial waiting");
        notices.sms.also = letter -> {};
        notices.node().round();
        assertThat(notices.sms.taken).extracting(Letter::id).hasSize(2);
        assertThat(notices.sms.taken.get(0).id())
                .isEqualTo(notices.sms.taken.get(1).id());
        assertThat(notices.rows()).containsExactly("trial sent");
    }

    /** What a node that dies between sending and marking leaves behind: a transaction that did not commit. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void triesAgainAfterGrowingPausesAndThenGivesUp() {
        notices.trial(officer, "sms", "trial");
        List<Duration> pauses = new ArrayList<>();
        Duration waited = Duration.ZERO;
        for (int minutes = 0; minutes < 300; minutes++) {
            notices.sms.failures.clear();
            notices.sms.failures.add(SendFailed.now("unreachable"));
            if (notices.sender.round() > 0) {
                pauses.add(waited);
                waited = Duration.ZERO;
            }
            notices.room.clock.advance(Duration.ofMinutes(1));
            waited = waited.plusMinutes(1);
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(2));
        assertThat(notices.rows()).containsExactly("trial dead unreachable");
    }

    @Test
    void givesUpAtOnceWhereItWouldFailAgain() {
        notices.trial(officer, "sms", "trial");
        notices.sms.failures.add(SendFailed.forGood("refused"));
        notices.sender.round();
        assertThat(notices.rows()).containsExactly("trial dead refused");
    }

    @Test
    void anOutageUsesUpTheAttemptsOfOneMessageOnly() {
        for (int i = 0; i < 5; i++) {
            notices.trial(officer, "sms", "trial " + i);
        }
        notices.choices.save(new Choice(
                officer.id(), "u", null, 9, java.util.Set.of(), "zh-CN", "13800138000", "li@example.org", null));
        notices.trial(officer, "mail", "trial");
        for (int i = 0; i < 5; i++) {
            notices.sms.failures.add(SendFailed.now("unreachable"));
        }
        assertThat(notices.sender.round()).as("one failure, and the mail").isEqualTo(2);
        assertThat(notices.mail.taken).hasSize(1);
        notices.danger(notices.room.openCase(officer, "x"), NoticeRoom.OFFICER);
        notices.sms.failures.clear();
        notices.sender.round();
        assertThat(notices.sms.taken).extracting(Letter::kind).startsWith("danger");
    }

    @Test
    void aDigestThatCouldNotGoOutByEveningIsNotSentAnyMore() {
        notices.item(notices.room.openCase(officer, "x"), NoticeRoom.OFFICER, null);
        notices.room.clock.set("2026-11-20T11:58:00Z");
        notices.digests.write();
        notices.room.clock.set("2026-11-20T12:00:00Z");
        notices.sender.round();
        assertThat(notices.rows()).containsExactly("digest waiting quiet");
        notices.room.clock.set("2026-11-23T00:00:00Z");
        notices.sender.round();
        assertThat(notices.rows()).containsExactly("digest dropped stale");
        assertThat(notices.sms.taken).isEmpty();
    }

    @Test
    void whoLeftIsToldNothing() {
        notices.trial(officer, "sms", "trial");
        notices.room.jdbc.sql("update staff set disabled_here = true").update();
        notices.sender.round();
        assertThat(notices.rows()).containsExactly("trial dropped over");
    }

    @Test
    void usesTheAddressOfTheMomentAndKeepsAMessageWithoutOne() {
        notices.trial(officer, "sms", "one");
        notices.trial(officer, "mail", "two");
        notices.room.jdbc.sql("update notice_choice set phone = '13900139000'").update();
        notices.sender.round();
        assertThat(notices.sms.taken).extracting(Letter::to).containsExactly("13900139000");
        assertThat(notices.rows()).containsExactlyInAnyOrder("trial sent", "trial dead address");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
