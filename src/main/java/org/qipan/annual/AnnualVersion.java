package org.qipan.annual;

import java.time.LocalDate;

/** An approved report. @param by words of the post that approved it */
record AnnualVersion(int version, LocalDate approved, String by, AnnualContent content) {}
