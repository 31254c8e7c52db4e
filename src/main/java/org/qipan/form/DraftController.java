package org.qipan.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.form.Drafts.Draft;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own drafts: saved by the page while typing, listed, thrown away. Nobody sees another person's. */
@Controller
@PreAuthorize("isAuthenticated()")
class DraftController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final ObjectMapper JSON = new ObjectMapper();
    // the draft itself, and its title and address
    private static final int LARGEST = StoredDrafts.LARGEST + (16 << 10);

    private final Drafts drafts;
    private final CurrentStaff current;
    private final Words words;
    private final Clock clock;

    DraftController(Drafts drafts, CurrentStaff current, MessageSource messages, Clock clock) {
        this.drafts = drafts;
        this.current = current;
        this.words = new Words(messages);
        this.clock = clock;
    }

    @GetMapping("/drafts")
    String list(Model model) {
        model.addAttribute(
                "drafts", drafts.of(staff()).stream().map(Draft::offer).toList());
        return "form/drafts";
    }

    /** Body: {@code {"title": …, "url": …, "values": {input name: [values]}}}. */
    @PutMapping(path = "/drafts/{subject}", consumes = "application/json")
    ResponseEntity<Map<String, String>> save(@PathVariable String subject, HttpServletRequest request)
            throws IOException {
        byte[] sent = request.getInputStream().readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw new IllegalArgumentException("draft of more than 1 MB");
        }
        JsonNode body = JSON.readTree(sent);
        drafts.save(
                staff(),
                subject,
                body.path("title").asText(),
                body.path("url").asText(),
                body.path("values").toString());
        String time = TIME.format(clock.instant().atZone(ZONE));
        return ResponseEntity.ok(Map.of("text", words.message("form.draft.saved", time)));
    }

    @DeleteMapping("/drafts/{subject}")
    ResponseEntity<Void> delete(@PathVariable String subject) {
        drafts.discard(staff(), subject);
        return ResponseEntity.noContent().build();
    }

    /** The same for a browser without JavaScript, which then goes on to the empty page. */
    @PostMapping("/drafts/{subject}/discard")
    ResponseEntity<Void> discard(@PathVariable String subject, RedirectAttributes flash) {
        String next = drafts.find(staff(), subject).map(Draft::url).orElse("/drafts");
        drafts.discard(staff(), subject);
        flash.addFlashAttribute("notice", words.message("form.draft.discarded"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, next)
                .build();
    }

    @ExceptionHandler({IllegalArgumentException.class, JsonProcessingException.class})
    ResponseEntity<Map<String, String>> refused() {
        return ResponseEntity.unprocessableEntity().body(Map.of("text", words.message("form.draft.refused")));
    }

    private UUID staff() {
        return current.get().id();
    }
}
