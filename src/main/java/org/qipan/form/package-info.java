/** Camunda Forms: parsed, rendered, validated on the server, kept as drafts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"workflow", "vault", "directory", "cluster"})
package org.qipan.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
