package org.qipan.limit;

import java.time.Duration;

/**
 * So many at once, and as many again over a time: a bucket that fills evenly. Source of the figures: security.md 4.5; of steps and uploads
 * what a careful person does not reach.
 */
public enum Limit {
    /** Look-ups of a receipt from one network. */
    LOOKS_OF_NETWORK(10, Duration.ofMinutes(1)),
    /** Look-ups of one receipt, whether it exists or not: its PIN cannot be tried out. */
    LOOKS_OF_RECEIPT(5, Duration.ofMinutes(15)),
    /** Look-ups of everybody together. */
    LOOKS(50, Duration.ofSeconds(1)),
    /** Papers that one network has checked: the code is too long to be tried out, and the register is not asked for sport. */
    CHECKS_OF_NETWORK(20, Duration.ofMinutes(1)),
    /** Letters about one matter, sent or stopped: what is stopped must not be found out by trying. */
    ENQUIRIES_OF_MATTER(6, Duration.ofHours(1)),
    /** Complaints from one network. */
    FILINGS_OF_NETWORK(5, Duration.ofHours(1)),
    /** Complaints of everybody together. */
    FILINGS(100, Duration.ofMinutes(10)),
    /** Pages of the complaint form that one network sends. */
    STEPS_OF_NETWORK(60, Duration.ofMinutes(1)),
    /** Files that one network uploads without a log-in. */
    UPLOADS_OF_NETWORK(20, Duration.ofHours(1)),
    /** Calls of one system that hands matters over. */
    CALLS_OF_CLIENT(300, Duration.ofMinutes(1));

    private final int most;
    private final Duration over;

    Limit(int most, Duration over) {
        this.most = most;
        this.over = over;
    }

    int most() {
        return most;
    }

    Duration over() {
        return over;
    }

    /** Whether reaching it is no matter of one person but of all. */
    boolean ofAll() {
        return this == LOOKS || this == FILINGS;
    }
}
