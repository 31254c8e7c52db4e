/** 重复件: what was brought before, seen by the desk while it sorts; joined, parted, or answered by the answer that is there. */
@NullMarked
@ApplicationModule(allowedDependencies = {"complaint", "casefile", "desk", "task", "worklist", "directory", "page"})
package org.qipan.repeat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
