/** Qipan, one flat package per capability. */
@NullMarked
package org.qipan;

import org.jspecify.annotations.NullMarked;
