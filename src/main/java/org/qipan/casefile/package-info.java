/** The case every capability hangs on: number, title, unit, timeline, notes; and who must not know of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"subject", "deadline", "directory", "cluster", "vault"})
package org.qipan.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
