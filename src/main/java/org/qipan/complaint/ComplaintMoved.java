package org.qipan.complaint;

import java.util.UUID;

/** A matter went on; told in the transaction in which it did. @param state as {@code complaint.state.*} ends */
public record ComplaintMoved(UUID id, String state) {}
