package org.qipan.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Appends each message as a line of JSON, for places without a network: somebody carries the file to where messages can be sent. */
final class MessageFile implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Clock clock;

    MessageFile(Path file, Clock clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    @Override
    public String code() {
        return "file";
    }

    @Override
    public synchronized void send(Letter letter) throws SendFailed {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", letter.id().toString());
        fields.put("at", clock.instant().toString());
        fields.put("kind", letter.kind());
        fields.put("to", letter.to());
        fields.put("language", letter.language());
        fields.put("text", letter.text());
        try {
            byte[] line = (JSON.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                // One call: two nodes with one file do not mix their lines.
                out.write(ByteBuffer.wrap(line));
                out.force(false);
            }
        } catch (IOException e) {
            throw SendFailed.now("file");
        }
    }
}
