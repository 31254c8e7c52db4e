/** 登记: officers take down what comes in at the counter, by telephone, by letter, by visit or from another system. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "filing",
            "task",
            "worklist",
            "form",
            "receipt",
            "audit",
            "directory",
            "page"
        })
package org.qipan.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
