/**
 * The board: how far each unit is, who a campaign waits for, and the leader's one page. Reads the rows of {@code campaign} with its own
 * statements and changes nothing but through {@link org.qipan.campaign.RunningCampaign}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"campaign", "plan", "worklist", "workflow", "directory"})
package org.qipan.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
