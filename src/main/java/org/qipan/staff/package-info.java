/** 人员与岗位: who comes, moves and goes, who takes over whose work, and the slips people sign in with for the first time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "task",
            "worklist",
            "casefile",
            "identity",
            "directory",
            "audit",
            "cluster",
            "spreadsheet",
            "page"
        })
package org.qipan.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
