package org.qipan.worklist;

import java.util.UUID;

/**
 * Somebody marked in 待阅 what leads to a page of its own as read.
 *
 * @param page its address
 * @param unit code of the unit for whose post it was marked
 * @param by the person
 */
public record CopyRead(String page, String unit, UUID by) {}
