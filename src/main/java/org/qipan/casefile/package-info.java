/** The case every capability hangs on: number, title, unit, timeline, notes, files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"form", "deadline", "workflow", "directory", "audit", "cluster"})
package org.qipan.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
