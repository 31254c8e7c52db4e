/** Whatever came out of a matter is as secret as the matter: nothing of a sealed one stands plain in a table, and who left it left all of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"complaint", "task", "casefile", "file", "vault"})
package org.qipan.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
