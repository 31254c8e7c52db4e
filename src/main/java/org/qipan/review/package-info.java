/** 复查 and 复核: a written opinion is looked at again, one level up each time, and after that no more (信访工作条例 arts. 35, 36). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "remit",
            "progress",
            "worklist",
            "casefile",
            "term",
            "deadline",
            "workflow",
            "vault",
            "audit",
            "directory",
            "page"
        })
package org.qipan.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
