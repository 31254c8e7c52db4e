/** Tells people outside the browser that work waits: an outbox written with the act, channels that deliver it, and each person's choice. */
@NullMarked
@ApplicationModule(allowedDependencies = {"task", "worklist", "deadline", "directory", "audit", "cluster", "page"})
package org.qipan.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
