/** What lies on a person's desk: to do, to read, done, started; the same rows on the workbench. */
@NullMarked
@ApplicationModule(allowedDependencies = {"worklist", "casefile", "form", "deadline", "directory", "page"})
package org.qipan.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
