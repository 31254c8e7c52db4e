/** 信访邮箱: mails to a desk become drafts that its complaint officers register or set aside. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"registration", "worklist", "file", "vault", "audit", "directory", "cluster", "page"})
package org.qipan.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
