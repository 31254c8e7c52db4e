package org.qipan.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Staff;

/** What a capability gives to the search box: one bean per kind of case. Cases are found by number and title, never by a person. */
public interface CaseSearch {

    /**
     * Newest first, and only what the reader may see.
     *
     * @param text at least two characters; brackets of a number are 〔〕
     */
    List<Found> find(String text, Staff reader, int limit);

    /**
     * A case that was found.
     *
     * @param kind shown by message {@code search.kind.<kind>}
     * @param number 文号 or 受理编号, null until it has one
     */
    record Found(String kind, String title, @Nullable String number, String url) {}
}
