package org.qipan.complaint;

import java.util.UUID;

/** What a capability above knows of an opinion: whether anything may be asked for after it. One bean. */
public interface LastWord {

    /** @param paper id of an opinion @return true where it was given after a final review, so that nothing more can be asked (信访工作条例 art. 36) */
    boolean said(UUID complaint, long paper);
}
