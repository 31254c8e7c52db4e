package org.qipan.mailbox;

/** A mail cannot be read. Carries why, and nothing of the mail. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason last part of {@code mailbox.reason.*} */
    Unreadable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
