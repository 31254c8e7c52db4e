/** What every page shares: what was typed, the way on after a form, texts in the language of the reader or of the office. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.qipan.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
