/** 查进度: a petitioner finds his own matter by his receipt, reads where it stands and does what only he may do. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "recusal",
            "letter",
            "review",
            "complaint",
            "progress",
            "task",
            "receipt",
            "limit",
            "worklist",
            "page"
        })
package org.qipan.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
