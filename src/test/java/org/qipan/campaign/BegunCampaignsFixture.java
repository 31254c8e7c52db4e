package org.qipan.campaign;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of the modules above read campaigns as these modules do. */
public final class BegunCampaignsFixture {

    private BegunCampaignsFixture() {}

    public static BegunCampaigns over(JdbcClient jdbc) {
        return new BegunCampaigns(jdbc);
    }
}
