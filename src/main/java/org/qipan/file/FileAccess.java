package org.qipan.file;

import java.util.UUID;
import org.qipan.directory.Staff;

/** Answered by each capability for its own cases; no for all others. Whoever uploaded a file reads it without being asked. */
public interface FileAccess {

    boolean mayRead(UUID caseId, UUID file, Staff staff);
}
