package org.qipan.form;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qipan.directory.Staff;

/** What a file picker may offer and accept; answered by the module that stores files. */
public interface Uploads {

    /** Files this person uploaded and has not used yet, newest first: id → name. */
    Map<UUID, String> loose(UUID staff);

    /** Name of a file this person may hand in: his own, or one of a case he may read. Empty for any other. */
    Optional<String> name(UUID file, Staff staff);
}
