/** Several nodes on one database: what only one of them does at a time. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.qipan.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
