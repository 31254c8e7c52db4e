package org.qipan.worklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Says "changed" to pages that are open, and nothing else: they fetch what they show themselves. */
@RestController
class ChangesController {

    /** Shorter than what proxies allow; the browser comes back by itself. */
    private static final long OPEN_MILLIS = 55_000;

    private final CurrentStaff current;
    private final Changes changes;
    private final StandIns standIns;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

    ChangesController(CurrentStaff current, Changes changes, StandIns standIns) {
        this.current = current;
        this.changes = changes;
        this.standIns = standIns;
    }

    private record Watcher(SseEmitter emitter, List<String> posts, AtomicLong version) {}

    /**
     * @param since version of the page as it was fetched
     * @param told version this page was told last, sent by a browser that comes back
     */
    @GetMapping(path = "/worklist/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter watch(
            @RequestParam(required = false) @Nullable Long since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long told) {
        List<String> posts = groups();
        long known = told != null ? told : since != null ? since : changes.version(posts);
        SseEmitter emitter = new SseEmitter(OPEN_MILLIS);
        Watcher watcher = new Watcher(emitter, posts, new AtomicLong(known));
        emitter.onCompletion(() -> watchers.remove(watcher));
        emitter.onTimeout(emitter::complete);
        watchers.add(watcher);
        opened(emitter);
        return emitter;
    }

    /** A line that means nothing: without it the answer begins with the first change, and until then nobody knows that the stream is open. */
    private static void opened(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For browsers and proxies without events: 304 while nothing changed. */
    @GetMapping("/worklist/version")
    ResponseEntity<String> version(WebRequest request) {
        String version = String.valueOf(changes.version(groups()));
        if (request.checkNotModified("\"" + version + "\"")) {
            return ResponseEntity.status(304).build();
        }
        return ResponseEntity.ok().header("Cache-Control", "no-cache").body(version);
    }

    /** One statement for all pages; those for which nothing changed are compared in memory. */
    @Scheduled(fixedDelay = 500)
    void tell() {
        changes.read();
        for (Watcher watcher : watchers) {
            long now = changes.version(watcher.posts());
            if (now > watcher.version().getAndAccumulate(now, Math::max)) {
                send(watcher, now);
            }
        }
    }

    /** A page that is left open must not keep the server from stopping. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        watchers.forEach(watcher -> watcher.emitter().complete());
    }

    private void send(Watcher watcher, long version) {
        try {
            watcher.emitter()
                    .send(SseEmitter.event()
                            .id(String.valueOf(version))
                            .name("changed")
                            .data(version));
        } catch (IOException | IllegalStateException gone) {
            // The container has noticed, too, and ends the request by itself.
            watchers.remove(watcher);
        }
    }

    private List<String> groups() {
        Staff staff = current.get();
        return Stream.concat(staff.posts().stream(), standIns.posts(staff).stream())
                .map(Post::group)
                .toList();
    }
}
