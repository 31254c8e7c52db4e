package org.qipan.identity;

/** An account was not made or changed, and nothing else was either. */
public final class AccountRefused extends RuntimeException {

    /** Somebody uses the name people sign in with. */
    public static final String TAKEN = "identity.account.taken";

    private static final long serialVersionUID = 1L;

    AccountRefused(String key) {
        super(key);
    }

    AccountRefused(String key, Throwable cause) {
        super(key, cause);
    }

    /** Message key for the reader. */
    public String key() {
        return String.valueOf(getMessage());
    }
}
