package org.qipan.gazetteer;

/** A file that cannot be taken as a whole; the message is a key. */
final class ImportRefused extends Exception {

    private static final long serialVersionUID = 1L;

    ImportRefused(String key) {
        super(key);
    }

    String key() {
        return String.valueOf(getMessage());
    }
}
