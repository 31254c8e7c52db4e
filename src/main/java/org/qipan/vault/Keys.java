package org.qipan.vault;

/** Secrets of this installation that the database alone does not give away. */
public interface Keys {

    /**
     * A secret for one purpose. It is the same on every node and stays the same when the master key is renewed, so that what was
     * computed with it can be found again.
     *
     * @param purpose any text; another one gives an unrelated secret
     * @return 32 bytes, the caller's own copy
     */
    byte[] derived(String purpose);

    /**
     * HMAC-SHA256 under the secret of a purpose: finds the same content again and tells nobody what it was.
     *
     * @return 32 bytes
     */
    default byte[] mark(String purpose, byte[] content) {
        return Algorithm.mac(derived(purpose), content);
    }
}
