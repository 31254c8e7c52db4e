/** What leaders do themselves: days on which they receive, matters in their own care (包案), and instructions (批示): 信访工作条例 art. 18. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "demand",
            "complaint",
            "remit",
            "progress",
            "desk",
            "worklist",
            "casefile",
            "vault",
            "directory",
            "page"
        })
package org.qipan.reception;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
