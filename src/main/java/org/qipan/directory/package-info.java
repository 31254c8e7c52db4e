/** Units, posts and staff, and who is asking: the only code that knows Keycloak. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit"})
package org.qipan.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
