package org.qipan.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.page.SeeOther;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 导入: upload, see what would happen, confirm. */
@Controller
@RequestMapping("/work-records/import")
@PreAuthorize(
        "hasAnyRole('village-worker','village-head','township-officer','district-officer','city-officer','department-officer','service-provider','liaison')")
class RecordImportController {

    private final RecordImports imports;
    private final RecordSheet sheet;
    private final RecordTexts texts;
    private final Directory directory;
    private final CurrentStaff current;

    RecordImportController(
            RecordImports imports, RecordSheet sheet, RecordTexts texts, Directory directory, CurrentStaff current) {
        this.imports = imports;
        this.sheet = sheet;
        this.texts = texts;
        this.directory = directory;
        this.current = current;
    }

    @GetMapping
    String open(Model model) {
        show(model, Map.of());
        return "service/import";
    }

    @PostMapping
    ModelAndView upload(
            @RequestParam MultipartFile file,
            @RequestParam String as,
            @RequestParam(required = false) @Nullable UUID campaign,
            Model model)
            throws IOException {
        Staff staff = current.get();
        Post post = RecordSheet.recording(staff).stream()
                .filter(own -> own.group().equals(as))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        try {
            String name = file.getOriginalFilename();
            UUID id = imports.prepare(name == null ? "" : name, file.getBytes(), staff, post, campaign);
            return SeeOther.at("/work-records/import/" + id);
        } catch (Refused refused) {
            show(model, texts.errors(refused.reasons()));
            return new ModelAndView("service/import", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @GetMapping("/{id}")
    String preview(@PathVariable UUID id, Model model) {
        model.addAttribute(
                "preview",
                imports.find(id, current.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "service/preview";
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable UUID id, Model model, RedirectAttributes redirect) {
        try {
            redirect.addFlashAttribute("imported", imports.confirm(id, current.get()));
            return SeeOther.at("/work-records");
        } catch (Refused refused) {
            model.addAttribute("errors", texts.errors(refused.reasons()));
            return new ModelAndView(preview(id, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private void show(Model model, Map<String, String> errors) {
        List<Post> posts = RecordSheet.recording(current.get());
        model.addAttribute("errors", errors);
        model.addAttribute(
                "posts",
                posts.stream()
                        .map(post -> Map.of("group", post.group(), "title", directory.title(post)))
                        .toList());
        model.addAttribute(
                "campaigns",
                posts.stream()
                        .flatMap(post -> sheet.running(post).stream())
                        .distinct()
                        .toList());
        model.addAttribute("most", ImportFile.MOST);
    }
}
