/** Units, posts and staff, as our own tables have them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "page"})
package org.qipan.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
