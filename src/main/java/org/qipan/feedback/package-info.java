/** 意见反馈: what the people who work with Qipan say about it, and the answers they get. */
@NullMarked
@ApplicationModule(allowedDependencies = {"directory", "audit", "spreadsheet", "page"})
package org.qipan.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
