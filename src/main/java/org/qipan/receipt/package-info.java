/** 凭证: how somebody without an account finds his own matter again. A code, the same as eight words, and a PIN. */
@NullMarked
@ApplicationModule(allowedDependencies = {"vault"})
package org.qipan.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
