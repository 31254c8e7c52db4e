package org.qipan.board;

import static org.mockito.Mockito.mock;

import org.qipan.campaign.CampaignWorld;
import org.qipan.desk.LeaderItems;
import org.qipan.ledger.WaitingMatters;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The beans of the board over those of the campaigns it shows; nothing else waits for anybody here. */
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
class BoardWorld {

    @Bean
    LeaderItems items() {
        return mock();
    }

    @Bean
    WaitingMatters matters() {
        return mock();
    }
}
