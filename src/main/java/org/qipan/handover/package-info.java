/** 换届交接: posts go from hand to hand with all that waits in them, and whoever takes over reads what that is. */
@NullMarked
@ApplicationModule(allowedDependencies = {"staff", "task", "casefile", "identity", "directory", "page"})
package org.qipan.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
