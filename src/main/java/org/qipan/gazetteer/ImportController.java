package org.qipan.gazetteer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.qipan.audit.Actor;
import org.qipan.audit.CurrentActor;
import org.qipan.spreadsheet.SafeCell;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.task.TaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 数据导入: a file of units is read in the background, shown, and kept when the reader says so. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class ImportController {

    private static final int SHOWN = 200;

    private final UnitImports imports;
    private final CurrentActor actor;
    private final TaskExecutor executor;
    private final MessageSource messages;

    ImportController(
            UnitImports imports,
            CurrentActor actor,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor,
            MessageSource messages) {
        this.imports = imports;
        this.actor = actor;
        this.executor = executor;
        this.messages = messages;
    }

    @GetMapping("/directory/import")
    String form() {
        return "gazetteer/import";
    }

    @PostMapping("/directory/import")
    String upload(@RequestParam MultipartFile file, Model model, HttpServletResponse response) throws IOException {
        if (file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", "gazetteer.import.refused.empty");
            return "gazetteer/import";
        }
        Path kept = Files.createTempFile("units", ".csv");
        file.transferTo(kept);
        Actor by = actor.actor();
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        UUID id = imports.begin(name, file.getSize(), by);
        executor.execute(() -> {
            imports.read(id, kept);
            delete(kept);
        });
        return "redirect:/directory/import/" + id;
    }

    @GetMapping("/directory/import/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("load", find(id));
        model.addAttribute("faults", imports.faults(id, SHOWN));
        return "gazetteer/import-preview";
    }

    @PostMapping("/directory/import/{id}/confirmation")
    String confirm(@PathVariable UUID id) {
        Actor by = actor.actor();
        if (imports.confirm(id)) {
            executor.execute(() -> imports.apply(id, by));
        }
        return "redirect:/directory/import/" + id;
    }

    @PostMapping("/directory/import/{id}/discard")
    String discard(@PathVariable UUID id) {
        imports.discard(id);
        return "redirect:/directory/import/" + id;
    }

    @GetMapping("/directory/import/{id}/faults.csv")
    void faults(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        find(id);
        Locale reader = LocaleContextHolder.getLocale();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"faults.csv\"");
        PrintWriter out = new PrintWriter(response.getOutputStream(), false, StandardCharsets.UTF_8);
        out.print("\uFEFFline,column,reason,value\r\n");
        imports.eachFault(
                id,
                fault -> out.print(fault.line() + "," + fault.field() + ","
                        + SafeCell.quoted(messages.getMessage(fault.reason(), null, reader)) + ","
                        + SafeCell.quoted(fault.value())
                        + "\r\n"));
        out.flush();
    }

    private UnitImport find(UUID id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
