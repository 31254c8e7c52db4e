/** 双人授权查看: two people of the desk together may see who a petitioner is, for half an hour, and the level above is told. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "task",
            "desk",
            "worklist",
            "casefile",
            "identity",
            "vault",
            "directory",
            "audit",
            "page"
        })
package org.qipan.reveal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
