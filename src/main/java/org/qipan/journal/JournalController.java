package org.qipan.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.file.FileRefused;
import org.qipan.file.Files;
import org.qipan.page.Fields;
import org.qipan.page.Texts;
import org.qipan.task.ItemOnce;
import org.qipan.task.Seen;
import org.qipan.task.VisibleItems;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 写办理记录, from the task of whoever handles the matter or was asked to help. */
@Controller
@RequestMapping("/tasks/{id}/journal")
class JournalController {

    private static final int MOST_FILES = 5;

    private final CurrentStaff current;
    private final VisibleItems visible;
    private final Journal journal;
    private final Files files;
    private final ItemOnce once;
    private final Texts texts;

    JournalController(
            CurrentStaff current, VisibleItems visible, Journal journal, Files files, ItemOnce once, Texts texts) {
        this.current = current;
        this.visible = visible;
        this.journal = journal;
        this.files = files;
        this.once = once;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView page(@PathVariable long id) {
        return form(visible.own(id, current.get()), new LinkedMultiValueMap<>(), Map.of());
    }

    @PostMapping
    ModelAndView write(
            @PathVariable long id,
            @RequestParam UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads,
            RedirectAttributes flash)
            throws IOException {
        Seen seen = visible.own(id, current.get());
        var typed = new Journal.Typed(
                Fields.text(sent, "kind"),
                Fields.day(Fields.text(sent, "day")),
                Fields.text(sent, "text"),
                !Fields.text(sent, "both").isEmpty(),
                Fields.text(sent, "agreed").equals("yes"));
        try {
            List<UUID> stored = stored(uploads == null ? List.of() : uploads, seen);
            String url = once.run(seen, idempotencyKey, "/journal", sent, () -> journal.write(seen, typed, stored));
            return texts.to(url, flash, "journal.notice.written");
        } catch (Refused e) {
            return refused(seen, sent, e.byField(texts));
        } catch (FileRefused e) {
            return refused(seen, sent, Map.of("file", texts.text(e.key())));
        }
    }

    private List<UUID> stored(List<MultipartFile> uploads, Seen seen) throws IOException {
        List<UUID> stored = new ArrayList<>();
        for (MultipartFile upload : uploads) {
            if (upload.isEmpty()) {
                continue;
            }
            if (stored.size() == MOST_FILES) {
                throw Refused.at("file", "journal.refused.files", MOST_FILES);
            }
            try (InputStream content = upload.getInputStream()) {
                stored.add(files.store(
                                content,
                                String.valueOf(upload.getOriginalFilename()),
                                seen.by().id())
                        .id());
            }
        }
        return stored;
    }

    private ModelAndView refused(Seen seen, MultiValueMap<String, String> sent, Map<String, String> errors) {
        ModelAndView view = form(seen, sent, errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return view;
    }

    private ModelAndView form(Seen seen, MultiValueMap<String, String> typed, Map<String, String> errors) {
        ModelAndView view = new ModelAndView("journal/write");
        view.addObject("item", seen.item());
        view.addObject("entries", journal.of(seen.item().caseId(), seen.by()));
        view.addObject("typed", typed.toSingleValueMap());
        view.addObject("errors", errors);
        return view;
    }
}
