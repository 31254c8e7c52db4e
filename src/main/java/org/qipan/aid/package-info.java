/** 救助: a petitioner in hardship is helped to what another department gives, without telling it who he is (信访工作条例 art. 37). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "demand",
            "enquiry",
            "limit",
            "audit",
            "complaint",
            "remit",
            "progress",
            "worklist",
            "casefile",
            "vault",
            "directory",
            "page"
        })
package org.qipan.aid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
