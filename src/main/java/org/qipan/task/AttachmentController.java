package org.qipan.task;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.file.FileRefused;
import org.qipan.file.Files;
import org.qipan.file.StoredFile;
import org.qipan.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 附件: a file added to the case of an item. The file is checked and cleaned before the case hears of it. */
@Controller
class AttachmentController {

    private final CurrentStaff current;
    private final Access access;
    private final Files files;
    private final TaskActs acts;
    private final Once once;
    private final Notices notices;

    AttachmentController(CurrentStaff current, Access access, Files files, TaskActs acts, Once once, Notices notices) {
        this.current = current;
        this.access = access;
        this.files = files;
        this.acts = acts;
        this.once = once;
        this.notices = notices;
    }

    @PostMapping("/tasks/{id}/files")
    ModelAndView attach(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam("file") MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        Seen seen = access.own(id, current.get());
        String url = "/tasks/" + id;
        try (InputStream content = file.getInputStream()) {
            String name = String.valueOf(file.getOriginalFilename());
            String hash = Once.hash(java.util.Map.of("name", List.of(name, String.valueOf(file.getSize()))));
            StoredFile stored = files.store(content, name, seen.by().id());
            once.run(idempotencyKey, seen.by().id(), "POST " + url + "/files", hash, () -> {
                acts.attach(seen, stored);
                return url;
            });
            notices.put(flash, "task.notice.files");
        } catch (FileRefused e) {
            notices.put(flash, e.key());
        } catch (Once.KeyReused e) {
            notices.put(flash, "task.refused.key");
        }
        return SeeOther.at(url);
    }
}
