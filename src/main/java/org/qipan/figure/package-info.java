/** Named measures and the statistical forms made of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"workflow", "directory", "deadline", "audit", "spreadsheet", "cluster"})
package org.qipan.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
