/** The register of complaints (台账): lists, search by text, statistics and export. By matter, never by person. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "desk",
            "worklist",
            "casefile",
            "subject",
            "deadline",
            "audit",
            "cluster",
            "directory",
            "spreadsheet",
            "paper",
            "page"
        })
package org.qipan.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
