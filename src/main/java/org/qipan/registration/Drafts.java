package org.qipan.registration;

import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Staff;

/** What came in by another way and waits for an officer to register it. A capability above gives it. */
public interface Drafts {

    /**
     * Values to start the form with.
     *
     * @throws java.util.NoSuchElementException if there is none, or none for this person
     */
    Map<String, Object> prefill(UUID draft, Staff staff);

    /**
     * It is a matter now; what came with it goes there. Called in the transaction of the registration.
     *
     * @throws org.qipan.worklist.Refused if somebody else has decided about it
     */
    void registered(UUID draft, UUID complaint, Staff staff);
}
