/** 关注 and 「为什么我能看到」: a person's own list of cases, and the rule that shows him something or does not. */
@NullMarked
@ApplicationModule(allowedDependencies = {"task", "desk", "worklist", "casefile", "directory", "page"})
package org.qipan.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
