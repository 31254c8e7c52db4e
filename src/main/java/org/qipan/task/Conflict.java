package org.qipan.task;

/** Somebody was faster, or the page is stale: 409. Nothing was written; the page shows how things stand now. */
class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Conflict(long item) {
        super("item " + item);
    }
}
