package org.qipan.report;

/** How far a package is; shown by message {@code report.state.<name>}. */
enum PackageState {
    DRAFT,
    SUBMITTED,
    RECEIVED,
    RETURNED,
    ACCEPTED
}
