/** 请人代办: one person does one task for another, who stays accountable. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "task", "worklist", "workflow", "directory", "page"})
package org.qipan.assist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
