/** What waits for whom, and what a person may do with it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "form", "deadline", "workflow", "directory", "audit", "cluster"})
package org.qipan.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
