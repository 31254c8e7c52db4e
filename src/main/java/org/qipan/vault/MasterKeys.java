package org.qipan.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The master key in its versions, from a file outside the database: one version a line, its number and 32 bytes in Base64. The newest
 * seals, the older ones open what they sealed. Lines that begin with {@code #} are notes.
 */
@Component
class MasterKeys {

    private final Path file;
    private final Algorithm algorithm;
    private volatile TreeMap<Integer, byte[]> versions;

    MasterKeys(VaultProperties settings) {
        if (settings.keys() == null || settings.keys().toString().isBlank()) {
            throw new IllegalStateException(
                    "qipan.vault.keys (QIPAN_VAULT_KEYS) names no file: docs/operations.md, \"Keys\"");
        }
        file = settings.keys();
        algorithm = settings.algorithm();
        versions = read();
    }

    int newest() {
        return versions.lastKey();
    }

    Wrapped wrap(byte[] key, String place) {
        var newest = Objects.requireNonNull(versions.lastEntry());
        int version = newest.getKey();
        return new Wrapped(version, algorithm.seal(newest.getValue(), placed(place, version), key));
    }

    /** @throws SealBroken if the version is in no line of the file, or the key is not of this place */
    byte[] unwrap(Wrapped wrapped, String place) {
        byte[] master = version(wrapped.version());
        if (master == null) {
            throw new SealBroken(place + ": version " + wrapped.version() + " is not in the key file");
        }
        return Algorithm.open(master, placed(place, wrapped.version()), wrapped.sealed());
    }

    private static String placed(String place, int version) {
        return place + "\nkey version " + version;
    }

    /** Another node may have been given a newer version a moment earlier: then it is in the file by now. */
    private byte @Nullable [] version(int version) {
        if (!versions.containsKey(version)) {
            versions = read();
        }
        return versions.get(version);
    }

    private TreeMap<Integer, byte[]> read() {
        TreeMap<Integer, byte[]> read = new TreeMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    take(line.strip().split("\\s+"), number, read);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The key file cannot be read: " + file, e);
        }
        if (read.isEmpty()) {
            throw new IllegalStateException("The key file holds no key: " + file);
        }
        return read;
    }

    /** Tells of a bad line by its number: what stands in it may be a key. */
    private void take(String[] words, int number, TreeMap<Integer, byte[]> read) {
        try {
            byte[] key = Base64.getDecoder().decode(words[1]);
            if (words.length == 2
                    && key.length == Algorithm.KEY_BYTES
                    && read.put(Integer.parseInt(words[0]), key) == null) {
                return;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Said below; the cause would repeat a part of the line.
        }
        throw new IllegalStateException(
                "Line " + number + " of " + file + " is not a version of its own and 32 bytes in Base64");
    }
}
