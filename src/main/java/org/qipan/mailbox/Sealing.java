package org.qipan.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.vault.Safe;
import org.springframework.stereotype.Component;

/** A letter in the vault: one key for each mail, so that all of it is gone when that is destroyed. */
@Component
class Sealing {

    private static final List<String> FIELDS = List.of("name", "from", "subject", "text", "files");

    private final Safe safe;
    private final ObjectMapper json;

    Sealing(Safe safe, ObjectMapper json) {
        this.safe = safe;
        this.json = json;
    }

    /** A file of the letter, without its content. */
    record Listed(String name, @Nullable String refused) {}

    /** A letter, its files by name only. */
    record Opened(String name, String from, String subject, String text, List<Listed> files) {}

    void put(UUID mail, Letter letter) {
        Map<String, String> sealed = new LinkedHashMap<>();
        sealed.put("name", letter.name());
        sealed.put("from", letter.from());
        sealed.put("subject", letter.subject());
        sealed.put("text", letter.text());
        List<Listed> files = new ArrayList<>();
        for (Letter.Part part : letter.parts()) {
            if (part.refused() == null) {
                sealed.put("file-" + files.size(), Base64.getEncoder().encodeToString(part.content()));
            }
            files.add(new Listed(part.name(), part.refused()));
        }
        try {
            sealed.put("files", json.writeValueAsString(files));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        safe.put(mail, sealed);
    }

    /** Empty once it was shredded. */
    Optional<Opened> open(UUID mail) {
        Map<String, String> found = safe.open(mail, FIELDS);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Opened(
                        found.getOrDefault("name", ""),
                        found.getOrDefault("from", ""),
                        found.getOrDefault("subject", ""),
                        found.getOrDefault("text", ""),
                        listed(found.getOrDefault("files", "[]"))));
    }

    /** Content of a file that was taken. @param no its place in {@link Opened#files} */
    byte[] file(UUID mail, int no) {
        return Base64.getDecoder()
                .decode(Objects.requireNonNull(safe.open(mail, "file-" + no).orElseThrow()));
    }

    void shred(UUID mail) {
        safe.shred(mail);
    }

    private List<Listed> listed(String files) {
        try {
            return List.of(json.readValue(files, Listed[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
