package org.qipan.staff;

/** Nothing was done; {@link #key} says why. */
public final class StaffRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param key message key of the reason, without arguments */
    public StaffRefused(String key) {
        super(key);
    }

    /** Message key for the reader. */
    public String key() {
        return String.valueOf(getMessage());
    }
}
