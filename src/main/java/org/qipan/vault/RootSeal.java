package org.qipan.vault;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Keeps algorithm, nonce and content side by side in one row of bytes. */
@Component
class RootSeal implements Seal {

    private static final String PURPOSE = "texts of no case";

    private final Keys keys;
    private final Algorithm algorithm;

    RootSeal(Keys keys, VaultProperties settings) {
        this.keys = keys;
        algorithm = settings.algorithm();
    }

    @Override
    public byte[] seal(String place, String text) {
        Sealed sealed = algorithm.seal(keys.derived(PURPOSE), place, text.getBytes(StandardCharsets.UTF_8));
        byte[] name = sealed.algorithm().name().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + name.length + sealed.nonce().length + sealed.content().length)
                .put((byte) name.length)
                .put(name)
                .put((byte) sealed.nonce().length)
                .put(sealed.nonce())
                .put(sealed.content())
                .array();
    }

    @Override
    public String open(String place, byte[] sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        try {
            String name = new String(next(bytes, bytes.get()), StandardCharsets.US_ASCII);
            byte[] nonce = next(bytes, bytes.get());
            byte[] content = next(bytes, bytes.remaining());
            Sealed parts = new Sealed(Algorithm.named(name), nonce, content);
            return new String(Algorithm.open(keys.derived(PURPOSE), place, parts), StandardCharsets.UTF_8);
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new SealBroken(place);
        }
    }

    private static byte[] next(ByteBuffer bytes, int count) {
        byte[] part = new byte[count];
        bytes.get(part);
        return part;
    }
}
