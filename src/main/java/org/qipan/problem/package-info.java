/** Problems met at work: raised from any task or record, sent up level by level with a clock, until somebody solves them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "task",
            "desk",
            "worklist",
            "file",
            "casefile",
            "form",
            "term",
            "deadline",
            "workflow",
            "directory",
            "page"
        })
package org.qipan.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
