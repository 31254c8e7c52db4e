/** How long things may take, as data: the terms of the law, of the province and of the office, each version with who made it and why. */
@NullMarked
@ApplicationModule(allowedDependencies = {"deadline", "directory", "audit", "page"})
package org.qipan.term;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
