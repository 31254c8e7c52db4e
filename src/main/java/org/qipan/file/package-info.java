/** Files of cases: checked and cleaned when they come in, kept in chunks, given out to whoever may read them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"casefile", "form", "directory", "audit", "cluster"})
package org.qipan.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
