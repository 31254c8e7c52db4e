/** Time of a matter that does not count: a hearing (听证), and waiting for what others must decide first (中止, 恢复). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "remit",
            "progress",
            "task",
            "desk",
            "worklist",
            "casefile",
            "deadline",
            "workflow",
            "vault",
            "directory",
            "page"
        })
package org.qipan.pause;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
