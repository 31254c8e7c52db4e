/** Statistical forms, packages, circulars and the public page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "campaign",
            "plan",
            "service",
            "worklist",
            "casefile",
            "figure",
            "form",
            "deadline",
            "workflow",
            "directory",
            "audit",
            "page"
        })
package org.qipan.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
