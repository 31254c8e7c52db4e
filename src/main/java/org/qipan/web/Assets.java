package org.qipan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.qipan.audit.Fingerprint;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The style sheets and scripts of the modules, found once: one of each a module, so none has to be listed. A browser gets each kind in one
 * file: twenty small ones would cost a slow line twenty waits, and are hardly compressed.
 */
@Component
class Assets {

    private final Bundle sheets = bundle("css", "app.css", "open.css", "resident.css");
    private final Bundle scripts = bundle("js", "app.js", "diagram.js", "resident.js");

    /** @param name with a digest of the content in it, so that it can be kept for ever */
    record Bundle(String name, String content) {}

    Bundle sheets() {
        return sheets;
    }

    Bundle scripts() {
        return scripts;
    }

    private static Bundle bundle(String kind, String... without) {
        try {
            String content = Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath*:static/" + kind + "/*"))
                    .filter(file -> !List.of(without).contains(file.getFilename()))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .map(Assets::text)
                    .collect(Collectors.joining("\n"));
            byte[] digest = Fingerprint.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
            return new Bundle("all-" + HexFormat.of().formatHex(digest, 0, 16) + "." + kind, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
