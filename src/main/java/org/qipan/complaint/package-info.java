/** Complaints and petitions: what residents bring, its lawful course from receipt to what was carried out, and the clocks it has. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "task",
            "desk",
            "worklist",
            "file",
            "casefile",
            "subject",
            "term",
            "form",
            "deadline",
            "workflow",
            "vault",
            "audit",
            "directory",
            "page"
        })
package org.qipan.complaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
