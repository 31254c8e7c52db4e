package org.qipan.notice;

import java.time.Clock;
import org.qipan.channel.ChannelsFixture;
import org.qipan.channel.Recorder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other modules have an installation that sends text messages. */
public final class Deliveries {

    private Deliveries() {}

    public static Delivery of(JdbcClient jdbc, Clock clock) {
        return new Delivery(jdbc, ChannelsFixture.of(new Recorder("sms")), clock);
    }
}
