/** People who are away or must step back: who stands in for whom, what was done meanwhile, who decided that somebody leaves a case. */
@NullMarked
@ApplicationModule(allowedDependencies = {"task", "worklist", "casefile", "directory", "page"})
package org.qipan.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
