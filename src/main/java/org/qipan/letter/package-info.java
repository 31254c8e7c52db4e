/** 文书: the papers of a petition matter as files for those who serve and those who receive them, and 查验文书 for everybody who holds one. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "complaint",
            "receipt",
            "worklist",
            "limit",
            "vault",
            "directory",
            "audit",
            "paper",
            "page"
        })
package org.qipan.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
