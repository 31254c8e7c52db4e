/** Who is asking, and the copy of the people and posts in Keycloak: the only code that knows Keycloak. */
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "audit", "cluster", "page"})
package org.qipan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
