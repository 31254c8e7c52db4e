package org.qipan.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The two files of {@link Assets}. */
@Controller
@PreAuthorize("permitAll()")
class AssetController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/css/all-{digest:[0-9a-f]+}.css")
    ResponseEntity<String> sheets(@PathVariable String digest) {
        return file(assets.sheets(), digest, CSS);
    }

    @GetMapping("/js/all-{digest:[0-9a-f]+}.js")
    ResponseEntity<String> scripts(@PathVariable String digest) {
        return file(assets.scripts(), digest, SCRIPT);
    }

    /** While one node is newer than the other, a page of one may ask the other: it gets what there is, and nobody keeps that. */
    private static ResponseEntity<String> file(Assets.Bundle bundle, String digest, MediaType type) {
        CacheControl kept = bundle.name().contains(digest)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noStore();
        return ResponseEntity.ok().cacheControl(kept).contentType(type).body(bundle.content());
    }
}
