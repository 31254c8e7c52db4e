/** How often something may be asked for, counted for all nodes together and without knowing who asks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"vault"})
package org.qipan.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
