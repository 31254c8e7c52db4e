package org.qipan.staff;

/** Nothing was done; {@link #key} says why. */
final class StaffRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaffRefused(String key) {
        super(key);
    }

    /** Message key for the reader. */
    String key() {
        return String.valueOf(getMessage());
    }
}
