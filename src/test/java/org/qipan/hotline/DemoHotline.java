package org.qipan.hotline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.qipan.filing.Contact;

/** The hotline of the demo, handing a call over as its system does. */
public class DemoHotline {

    private final HandOvers handOvers;

    DemoHotline(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    public UUID handsOver(String number, String words, String place, Contact contact) {
        var client = new HotlineProperties.Client("app-hotline", "442000007000", "", "", "");
        return handOvers.take(
                client,
                number,
                number.getBytes(StandardCharsets.UTF_8),
                new HandOver(number, "confidential", words, place, null, null, List.of(), null, null, null, contact));
    }
}
