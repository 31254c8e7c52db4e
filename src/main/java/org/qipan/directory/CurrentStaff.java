package org.qipan.directory;

import java.util.Optional;

/** Who is asking. */
public interface CurrentStaff {

    /** The logged-in person with the posts our tables say he holds now; fails if nobody is logged in. */
    Staff get();

    /** As {@link #get}, empty on public pages. */
    Optional<Staff> find();
}
