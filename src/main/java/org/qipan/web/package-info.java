/** What every page shares: layout, language, security, errors. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "report",
            "campaign",
            "service",
            "problem",
            "absence",
            "feedback",
            "task",
            "desk",
            "worklist",
            "file",
            "casefile",
            "figure",
            "form",
            "deadline",
            "workflow",
            "identity",
            "directory",
            "audit",
            "handover"
        })
package org.qipan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
