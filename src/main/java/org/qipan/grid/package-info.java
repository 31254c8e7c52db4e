/** 同类办理: up to twenty items of the same form on one page, a row each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"task", "desk", "worklist", "form", "deadline", "directory", "page"})
package org.qipan.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
