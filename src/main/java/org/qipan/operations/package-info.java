/** What the system administrator sees of the machinery, and what he may set going again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "notice",
            "hotline",
            "mailbox",
            "worklist",
            "casefile",
            "deadline",
            "workflow",
            "directory",
            "audit",
            "page"
        })
package org.qipan.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
