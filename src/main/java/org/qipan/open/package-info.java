/** 公开: what anyone may read without signing in. Issued plans, totals, formulas, and a sheet for every village and quarter. */
@NullMarked
@ApplicationModule(allowedDependencies = {"report", "campaign", "service", "figure", "reveal", "directory"})
package org.qipan.open;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
