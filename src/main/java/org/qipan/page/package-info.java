/** What every page is answered with: the way on after a form, and texts in the reader's language. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.qipan.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
