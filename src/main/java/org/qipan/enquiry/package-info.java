/** 情况了解函: the side complained of is asked what it has to say, in neutral words, and learns nothing of the matter. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "task",
            "desk",
            "worklist",
            "casefile",
            "deadline",
            "workflow",
            "limit",
            "vault",
            "directory",
            "audit",
            "page"
        })
package org.qipan.enquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
