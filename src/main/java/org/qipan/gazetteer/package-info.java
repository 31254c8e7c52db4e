/** The list of units: its first load, files of units that come in, and changes of single units. */
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "audit", "spreadsheet", "cluster", "page"})
package org.qipan.gazetteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
