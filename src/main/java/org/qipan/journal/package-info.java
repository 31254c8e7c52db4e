/** 办理记录: what was done about a matter day by day, written by whoever handles it or helps, read by them and by the desk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"complaint", "task", "desk", "worklist", "file", "casefile", "directory", "page"})
package org.qipan.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
