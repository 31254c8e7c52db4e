/** The lawful ways a matter can go, and the clocks that run on them (信访工作条例 arts. 22, 23, 29 to 34). */
@NullMarked
@ApplicationModule(allowedDependencies = {"worklist", "casefile", "term", "deadline", "directory"})
package org.qipan.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
