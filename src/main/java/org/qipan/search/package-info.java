/** 查找: one box for units, campaigns and numbers of matters. It never finds a person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"worklist", "directory"})
package org.qipan.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
