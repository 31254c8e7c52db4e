package org.qipan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.hotline.CallbackState;
import org.qipan.mailbox.MailboxState;
import org.qipan.notice.Delivery;
import org.qipan.operations.HealthCheck.Level;

class HealthTests {

    @ParameterizedTest
    @CsvSource({"0, 100, OK", "79, 100, OK", "80, 100, ATTENTION", "100, 100, ATTENTION"})
    void warnsBeforeConnectionsRunOut(int used, int most, Level level) {
        assertThat(Health.connections(used, most).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"100, OK", "15, OK", "14, ATTENTION", "5, ATTENTION", "4, BROKEN", "0, BROKEN"})
    void warnsBeforeTheDiskIsFull(long percent, Level level) {
        HealthCheck disk = Health.space(percent << 30, 100L << 30);
        assertThat(disk.level()).isEqualTo(level);
        assertThat(disk.first()).isEqualTo(String.valueOf(percent));
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "92, OK", "93, ATTENTION", ", ATTENTION"})
    void asksForADrillOnceAQuarter(Long days, Level level) {
        assertThat(Health.drill(days).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0, 0, 0, OK",
        "true, 0, 0, 0, OK",
        "true, 1, 0, 0, ATTENTION",
        "true, 0, 3, 0, ATTENTION",
        "true, 1, 0, 1, BROKEN"
    })
    void asksToCallPeopleWhomAnUrgentNoticeDidNotReach(
            boolean configured, long dead, long late, long danger, Level level) {
        assertThat(Health.notices(new Delivery.Standing(configured, dead, late, danger))
                        .level())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"OK, ", "ATTENTION, operations.health.disk.attention.todo", "BROKEN, operations.health.disk.broken.todo"
    })
    void saysWhatToDoUnlessAllIsFine(Level level, String remedy) {
        assertThat(HealthCheck.of("disk", level).remedy()).isEqualTo(remedy);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, OK", "0, 2, ATTENTION", "1, 0, BROKEN"})
    void isRedForCallbacksNobodySendsAnyMore(long dead, long failing, Level level) {
        HealthCheck check = WaysIn.hotline(new CallbackState.Standing(dead, failing));
        assertThat(check.level()).isEqualTo(level);
        assertThat(check.first()).isEqualTo(String.valueOf(dead));
    }

    @ParameterizedTest
    @CsvSource({
        "false, , false, false, OK",
        "true, , false, false, ATTENTION",
        "true, 2026-11-20T01:00:00Z, false, false, OK",
        "true, 2026-11-20T01:00:00Z, true, false, BROKEN",
        "true, 2026-11-20T01:00:00Z, false, true, BROKEN"
    })
    void isRedForAMailboxNobodyReads(boolean configured, Instant at, boolean failed, boolean silent, Level level) {
        assertThat(WaysIn.mailbox(new MailboxState.Standing(configured, at, failed, silent))
                        .level())
                .isEqualTo(level);
    }
}
