package org.qipan.subject;

import java.util.Optional;

/** What subjects may be called; whoever holds the list of words answers. */
public interface SubjectNames {

    /** The word in the text that Qipan does not use; empty if there is none. */
    Optional<String> forbidden(String text);
}
