/** What was done for residents: the service catalogue and work records. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "worklist",
            "casefile",
            "figure",
            "form",
            "deadline",
            "workflow",
            "directory",
            "audit",
            "spreadsheet",
            "page"
        })
package org.qipan.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
