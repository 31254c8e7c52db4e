package org.qipan.hotline;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How call-backs get through, for whoever looks after the machinery. */
@Component
public class CallbackState {

    private final JdbcClient jdbc;

    CallbackState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What does not get through.
     *
     * @param dead call-backs nobody tries to send any more
     * @param failing those that are tried again
     */
    public record Standing(long dead, long failing) {}

    public Standing standing() {
        return jdbc.sql("""
                        select count(*) filter (where outcome = 'dead') as dead, count(*) filter (where outcome = 'waiting') as failing
                        from hotline_callback where outcome = 'dead' or outcome = 'waiting' and attempts > 0
                        """).query(Standing.class).single();
    }
}
