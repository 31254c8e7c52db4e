package org.qipan.directory;

import java.util.UUID;

/** A person no longer works with Qipan: what he had signed for must go back to his posts. However Qipan learned of it. Published in that transaction. */
public record StaffLeft(UUID staff) {}
