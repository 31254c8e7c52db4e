package org.qipan.board;

import org.qipan.campaign.CampaignWorld;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The beans of the board over those of the campaigns it shows. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    CampaignWorld.class,
    BoardQueries.class,
    BoardSums.class,
    BoardWorkbook.class,
    Boards.class,
    StuckUnits.class,
    LastLooks.class,
    UnitActs.class,
    BoardController.class,
    UnitController.class,
    OnePageController.class
})
class BoardWorld {}
