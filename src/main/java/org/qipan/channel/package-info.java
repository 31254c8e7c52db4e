/** The ways a message leaves Qipan: text message, work chat, e-mail, a file. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.qipan.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
