/** Who did and who looked at what: append-only records, linked into a hash chain after commit. */
@NullMarked
@ApplicationModule(allowedDependencies = {"spreadsheet", "cluster", "page"})
package org.qipan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
