/** The engine's edge: the only code that knows Camunda. */
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "audit"})
package org.qipan.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
