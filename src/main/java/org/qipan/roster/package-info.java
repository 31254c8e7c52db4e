/** 批量导入: people who are added together from a sheet, and the slips they sign in with for the first time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"staff", "casefile", "identity", "directory", "cluster", "spreadsheet", "page"})
package org.qipan.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
