/** The plan of a campaign: what is to be done, written section by section, within what the duty lists allow. */
@NullMarked
@ApplicationModule(allowedDependencies = {"service", "worklist", "file", "casefile", "form", "directory", "audit"})
package org.qipan.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
