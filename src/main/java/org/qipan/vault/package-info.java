/** Keeps what tells who a petitioner is: sealed by keys that are not in the database, read in a role that does nothing else. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit"})
package org.qipan.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
