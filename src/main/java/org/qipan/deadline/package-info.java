/** Working days, the clocks of law and agreement that count them, and the lamps that show how much is left. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "spreadsheet"})
package org.qipan.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
