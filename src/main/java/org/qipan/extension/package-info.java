/** 延期: one extension of the clock of an item, asked for with a reason and decided one level up. */
@NullMarked
@ApplicationModule(allowedDependencies = {"task", "worklist", "casefile", "deadline", "workflow", "directory", "page"})
package org.qipan.extension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
