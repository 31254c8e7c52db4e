/** Tables that come and go as files: the encodings offices write, rows of any number, and cells that no program runs. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.qipan.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
