/** 回访: the desk asks petitioners who agreed to be reached whether the answer helped; voluntary, and never asked by whoever handled it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "remit",
            "worklist",
            "casefile",
            "term",
            "deadline",
            "workflow",
            "vault",
            "directory",
            "cluster",
            "page"
        })
package org.qipan.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
