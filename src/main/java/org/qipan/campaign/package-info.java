/** Campaigns: from the draft to the circular, down the units and up again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "plan",
            "service",
            "task",
            "worklist",
            "file",
            "casefile",
            "figure",
            "form",
            "deadline",
            "workflow",
            "directory",
            "audit"
        })
package org.qipan.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
