/** 会办: another unit is asked to say something about an item until a day. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"task", "worklist", "file", "casefile", "deadline", "workflow", "directory", "page"})
package org.qipan.joint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
