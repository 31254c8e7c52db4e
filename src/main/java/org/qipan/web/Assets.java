package org.qipan.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The style sheets and scripts of the modules, found once: one of each a module, so none has to be listed. */
@Component
class Assets {

    private final List<String> sheets = find("static/css/*.css", "app.css", "open.css");
    private final List<String> scripts = find("static/js/*.js", "app.js", "diagram.js");

    List<String> sheets() {
        return sheets;
    }

    List<String> scripts() {
        return scripts;
    }

    private static List<String> find(String pattern, String... without) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern))
                    .map(file -> String.valueOf(file.getFilename()))
                    .filter(name -> !List.of(without).contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(pattern, e);
        }
    }
}
