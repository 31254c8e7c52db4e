/** What a petition office recommends to units: better work, better rules, measures against those responsible; answered in writing (art. 40). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"demand", "remit", "worklist", "casefile", "subject", "vault", "directory", "page"})
package org.qipan.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
