package org.qipan.directory;

import java.util.UUID;

/** A person no longer works with Qipan: what he had signed for must go back to his posts. Published in the transaction of the act. */
public record StaffLeft(UUID staff) {}
