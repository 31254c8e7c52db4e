/** Complaints and petitions: from receipt through sorting, handling and the written answer to what was carried out, and who may know of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "remit",
            "filing",
            "progress",
            "course",
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
