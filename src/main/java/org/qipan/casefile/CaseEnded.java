package org.qipan.casefile;

import java.util.UUID;

/**
 * A case is over before its time: nobody needs what was asked of others about it any more. Told in the transaction in which it ends, before its
 * own tasks are taken back.
 *
 * @param why for timelines and for what ends with the case; tells nothing of who or what
 */
public record CaseEnded(UUID caseId, Said why) {}
