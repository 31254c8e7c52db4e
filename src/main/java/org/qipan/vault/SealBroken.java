package org.qipan.vault;

/** What is stored does not open: it was changed, moved from another place, or its key is not in the key file. Says where, never what. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String where) {
        super("The seal does not open: " + where);
    }
}
