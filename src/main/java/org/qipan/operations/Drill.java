package org.qipan.operations;

import java.time.LocalDate;

/**
 * One drill of restoring a backup.
 *
 * @param passed whether all was there afterwards
 * @param note what was compared, or what was missing; may be empty after one that passed
 */
record Drill(LocalDate day, boolean passed, String note) {}
