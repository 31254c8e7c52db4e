/** What somebody brings, before anybody has looked at it, and what it must say to be taken in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"worklist", "directory"})
package org.qipan.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
