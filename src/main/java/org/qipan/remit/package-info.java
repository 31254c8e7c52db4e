/** 管辖: which post a matter goes to, and who looks after it from above; never who is meant by it (信访工作条例 arts. 22, 28, 30). */
@NullMarked
@ApplicationModule(allowedDependencies = {"worklist", "directory"})
package org.qipan.remit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
