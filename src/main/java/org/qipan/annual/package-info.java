/** 年度报告: what became of a year's matters, composed from data, approved by the leader and kept as it was (信访工作条例 art. 41). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "demand",
            "remit",
            "casefile",
            "worklist",
            "subject",
            "audit",
            "directory",
            "spreadsheet",
            "page"
        })
package org.qipan.annual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
