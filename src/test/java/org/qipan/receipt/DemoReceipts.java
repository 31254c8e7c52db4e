package org.qipan.receipt;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.qipan.vault.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Receipts that are the same in every demo, so that they can stand where its accounts stand. */
public class DemoReceipts {

    private final JdbcClient jdbc;
    private final Keys keys;

    DemoReceipts(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What {@link #issue} gives for a name: known beforehand. */
    public static Receipt of(String name) {
        byte[] bits = Bits.drawn(new Known(name));
        return new Receipt(CodeLetters.written(bits), WordList.written(bits), Receipts.pin(new Known(name)));
    }

    public void issue(UUID matter, String name) {
        var slow = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        new Receipts(jdbc, keys, slow, new Known(name)).issue(matter);
    }

    /** Draws what its name says. */
    private static final class Known extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] name;

        Known(String name) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(Arrays.copyOf(name, bytes.length), 0, bytes, 0, bytes.length);
        }

        @Override
        public int nextInt(int bound) {
            return Math.floorMod(Arrays.hashCode(name), bound);
        }
    }
}
