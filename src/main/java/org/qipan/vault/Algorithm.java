package org.qipan.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** How something is sealed. Both are ciphers in Galois/Counter Mode: what was changed does not open. */
enum Algorithm {
    /** AES with 256 bits, of the Java platform. */
    AES(32) {
        @Override
        byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] input)
                throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    seals ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(PROOF_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(input);
        }
    },
    /** SM4 (GB/T 32907), for installations that have to use the national algorithms. */
    SM4(16) {
        @Override
        byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] input)
                throws GeneralSecurityException {
            var cipher = GCMBlockCipher.newInstance(new SM4Engine());
            cipher.init(seals, new AEADParameters(new KeyParameter(key), PROOF_BITS, nonce, place));
            byte[] output = new byte[cipher.getOutputSize(input.length)];
            int written = cipher.processBytes(input, 0, input.length, output, 0);
            try {
                cipher.doFinal(output, written);
            } catch (InvalidCipherTextException e) {
                throw new GeneralSecurityException("the proof does not hold", e);
            }
            return output;
        }
    };

    static final int KEY_BYTES = 32;

    private static final int PROOF_BITS = 128;
    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int keyBytes;

    Algorithm(int keyBytes) {
        this.keyBytes = keyBytes;
    }

    /** @throws SealBroken if there is no such algorithm: the stored name was changed */
    static Algorithm named(String name) {
        try {
            return valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new SealBroken("no such algorithm");
        }
    }

    abstract byte[] run(boolean seals, byte[] key, byte[] nonce, byte[] place, byte[] input)
            throws GeneralSecurityException;

    /**
     * @param secret of which each algorithm makes its own key
     * @param place where it will be kept; it opens at the same place only
     */
    Sealed seal(byte[] secret, String place, byte[] text) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            return new Sealed(this, nonce, run(true, key(secret), nonce, bytes(place), text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every node has " + this, e);
        }
    }

    /** @throws SealBroken without a cause: nothing of what went wrong inside is of use to whoever reads the log */
    static byte[] open(byte[] secret, String place, Sealed sealed) {
        try {
            Algorithm algorithm = sealed.algorithm();
            return algorithm.run(
                    false, algorithm.key(secret), sealed.nonce(), algorithm.bytes(place), sealed.content());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new SealBroken(place);
        }
    }

    static byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }

    /** One secret from another; neither leads back. */
    static byte[] derived(byte[] secret, String purpose) {
        return mac(secret, purpose.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] mac(byte[] secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private byte[] key(byte[] secret) {
        return Arrays.copyOf(derived(secret, "seal " + name()), keyBytes);
    }

    private byte[] bytes(String place) {
        return (name() + "\n" + place).getBytes(StandardCharsets.UTF_8);
    }
}
