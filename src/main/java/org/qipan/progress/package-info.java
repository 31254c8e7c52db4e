/** What a petitioner reads of his own matter: steps, letters and messages, without a name; and what he writes to the desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"worklist", "casefile", "vault"})
package org.qipan.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
