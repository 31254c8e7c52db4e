/** 督办 and 挂牌督办: somebody above looks after how a matter is handled, until the handling unit has reported (信访工作条例 arts. 38, 39). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "demand",
            "complaint",
            "remit",
            "desk",
            "worklist",
            "casefile",
            "deadline",
            "audit",
            "directory",
            "spreadsheet",
            "page"
        })
package org.qipan.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
