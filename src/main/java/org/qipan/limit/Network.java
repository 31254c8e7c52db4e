package org.qipan.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network an address belongs to, as far as one person may have many addresses: 24 bits of an IPv4 address, 48 of an IPv6 one. */
public final class Network {

    private Network() {}

    /** @param address as the server tells it; text that is no address stands for itself */
    public static String of(String address) {
        // a name would be looked up on the net
        if (address.isEmpty() || !address.matches("[0-9A-Fa-f:.]+(%.*)?")) {
            return address;
        }
        try {
            byte[] all = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(all, all.length == 4 ? 3 : 6));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
