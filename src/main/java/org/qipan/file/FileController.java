package org.qipan.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Uploads and downloads. What was uploaded is never shown by the browser as part of our pages. */
@Controller
@PreAuthorize("isAuthenticated()")
class FileController {

    private static final String FIELD = "[\\p{L}][\\p{L}\\p{N}_]*(\\[[0-9]{1,3}]\\.[\\p{L}][\\p{L}\\p{N}_]*)?";

    private final Files files;
    private final CurrentStaff current;

    FileController(Files files, CurrentStaff current) {
        this.files = files;
        this.current = current;
    }

    @GetMapping("/files/new")
    String form() {
        return "file/upload";
    }

    /** @param field name of the checkbox that hands the file in with a form; only for pages with JavaScript */
    @PostMapping("/files")
    String upload(
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "file") String field,
            @RequestHeader(name = "X-Requested-With", required = false) @Nullable String fetched,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletResponse response)
            throws IOException {
        model.addAttribute("field", field.matches(FIELD) ? field : "file");
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            model.addAttribute(
                    "file",
                    files.store(content, name == null ? "" : name, current.get().id()));
        } catch (FileRefused e) {
            response.setStatus(e.status());
            model.addAttribute("refused", e.key());
        }
        return fetched != null || htmx != null ? "file/_file :: answer" : "file/upload";
    }

    @GetMapping("/files/{id:[0-9a-fA-F-]{36}}")
    void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        StoredFile file =
                files.readable(id, current.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setContentType(file.type());
        response.setContentLengthLong(file.size());
        files.write(file, response.getOutputStream());
    }
}
