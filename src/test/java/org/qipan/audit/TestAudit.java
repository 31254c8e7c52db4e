package org.qipan.audit;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit for tests that wire one module by hand. */
public final class TestAudit {

    private TestAudit() {}

    public static Audit audit(JdbcClient jdbc, Clock clock) {
        return new Audit(jdbc, clock);
    }
}
