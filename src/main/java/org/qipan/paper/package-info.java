/** Official papers (公文) as Word and PDF: GB/T 9704 lays them out, and nothing in the file says who made it on which machine. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.qipan.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
