/** 回避 in petition matters: asked for by the petitioner, declared on the page of a matter, decided by the head of the unit. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "remit",
            "progress",
            "task",
            "desk",
            "worklist",
            "workflow",
            "casefile",
            "vault",
            "audit",
            "directory",
            "page"
        })
package org.qipan.recusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
