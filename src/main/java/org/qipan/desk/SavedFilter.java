package org.qipan.desk;

/** A filter somebody kept for himself under a name. */
record SavedFilter(long id, String name, ListFilter filter) {

    /** Address of the list it stands for. */
    public String url() {
        return filter.url(null);
    }
}
