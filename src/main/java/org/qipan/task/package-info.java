/** One task: its page, what a person may do with it, and one effect for one submission. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "desk",
            "worklist",
            "file",
            "casefile",
            "form",
            "deadline",
            "workflow",
            "directory",
            "audit",
            "page"
        })
package org.qipan.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
