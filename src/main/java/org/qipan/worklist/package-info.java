/** What waits for whom: a row for each open task, and what the capabilities give so that it can be listed and done. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "deadline", "workflow", "directory", "cluster", "page"})
package org.qipan.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
