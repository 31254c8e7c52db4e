package org.qipan.channel;

import java.util.List;

/** Lets tests of other modules have the channels they want. */
public final class ChannelsFixture {

    private ChannelsFixture() {}

    public static Channels of(Channel... channels) {
        return new Channels(List.of(channels));
    }
}
