/** 人员与岗位: who comes and moves, and the slip a person signs in with for the first time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"task", "identity", "directory", "audit", "page"})
package org.qipan.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
