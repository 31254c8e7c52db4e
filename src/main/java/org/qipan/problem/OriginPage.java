package org.qipan.problem;

import java.util.Optional;
import org.qipan.directory.Staff;

/** What a capability gives so that a problem can lead back to the page it was raised from; one bean per kind of page. */
public interface OriginPage {

    /** Parameter of {@code /problems/new} that carries the id: {@code item}, {@code record} … */
    String kind();

    /** How the page is named for this reader; empty if there is none, or none for him. */
    Optional<Shown> shown(long id, Staff reader);

    /** A link. @param text in the reader's language */
    record Shown(String text, String url) {}
}
