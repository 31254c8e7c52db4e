package org.qipan.channel;

import java.io.Serial;

/** A channel could not deliver a letter. Carries no address and nothing the other side said: both would end up in a log. */
public final class SendFailed extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean lasting;

    private SendFailed(String reason, boolean lasting) {
        super(reason, null, false, false);
        this.reason = reason;
        this.lasting = lasting;
    }

    /** It may work later. */
    public static SendFailed now(String reason) {
        return new SendFailed(reason, false);
    }

    /** It would fail again. */
    public static SendFailed forGood(String reason) {
        return new SendFailed(reason, true);
    }

    /** Last part of {@code notice.reason.*}. */
    public String reason() {
        return reason;
    }

    /** Whether it would fail again. */
    public boolean lasting() {
        return lasting;
    }
}
