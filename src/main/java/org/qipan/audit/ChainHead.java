package org.qipan.audit;

import java.time.Instant;
import java.util.HexFormat;

/** The chain's end at a moment: up to {@code seq} it ended in {@code hash}. The signature is empty without a key. */
record ChainHead(long seq, byte[] hash, Instant recordedAt, byte[] signature) {

    private static final HexFormat HEX = HexFormat.of();

    /** What is signed. */
    String statement() {
        return seq + "," + HEX.formatHex(hash) + "," + recordedAt;
    }

    String line() {
        return statement() + "," + HEX.formatHex(signature);
    }

    static ChainHead parse(String line) {
        String[] part = line.split(",", -1);
        return new ChainHead(
                Long.parseLong(part[0]), HEX.parseHex(part[1]), Instant.parse(part[2]), HEX.parseHex(part[3]));
    }
}
