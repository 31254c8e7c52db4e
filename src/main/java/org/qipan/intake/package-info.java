/** 我要反映: how a matter comes in. The public form, without a log-in. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "filing",
            "receipt",
            "limit",
            "worklist",
            "file",
            "directory",
            "audit",
            "page"
        })
package org.qipan.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
