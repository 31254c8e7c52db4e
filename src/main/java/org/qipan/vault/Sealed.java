package org.qipan.vault;

/**
 * A text or key that only its key opens.
 *
 * @param nonce never used twice with a key
 * @param content the sealed bytes with their proof at the end
 */
record Sealed(Algorithm algorithm, byte[] nonce, byte[] content) {}
