/** What an office asks of a unit about a case, in writing and by a day; the unit answers, and the office accepts it or sends it back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"task", "worklist", "casefile", "deadline", "workflow", "vault", "directory", "page"})
package org.qipan.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
