/** 人员与岗位: who comes, moves and goes, and the slips people sign in with for the first time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"task", "identity", "directory", "audit", "cluster", "spreadsheet", "page", "casefile"})
package org.qipan.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
