/**
 * The board: how far each unit is, who a campaign waits for, and the leader's one page, on which the register says who waits in it. Reads the rows of {@code campaign} with its own
 * statements and changes nothing but through {@link org.qipan.campaign.RunningCampaign}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger", "campaign", "plan", "desk", "worklist", "workflow", "directory"})
package org.qipan.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
