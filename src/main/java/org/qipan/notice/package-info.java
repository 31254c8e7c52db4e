/** Tells people outside the browser that work waits: an outbox written with the act, its delivery, and each person's choice. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"task", "worklist", "deadline", "directory", "audit", "cluster", "page", "channel"})
package org.qipan.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
