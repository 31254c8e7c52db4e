/** What complaints are about: the tree of subjects with its versions, and the way a complaint is suggested to go. */
@NullMarked
@ApplicationModule(allowedDependencies = {"term", "workflow", "directory", "audit", "spreadsheet", "page", "deadline"})
package org.qipan.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
