/** 热线: other systems, such as the 12345 hotline, hand matters over, read where they are and are told when that changes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "filing",
            "progress",
            "task",
            "worklist",
            "identity",
            "limit",
            "vault",
            "directory",
            "audit",
            "channel",
            "cluster",
            "page"
        })
package org.qipan.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
