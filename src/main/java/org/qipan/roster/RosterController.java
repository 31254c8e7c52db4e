package org.qipan.roster;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.qipan.identity.StepUpFirst;
import org.qipan.page.SeeOther;
import org.qipan.page.Texts;
import org.qipan.spreadsheet.TableFile;
import org.qipan.staff.StaffRefused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 批量导入: upload a sheet, see what would happen, confirm, watch. */
@Controller
@PreAuthorize("hasRole('system-admin')")
class RosterController {

    static final int MOST = 1_000;

    private final CurrentStaff current;
    private final Rosters rosters;
    private final RosterRun work;
    private final RosterTemplate template;
    private final TaskExecutor executor;
    private final Texts texts;

    RosterController(
            CurrentStaff current,
            Rosters rosters,
            RosterRun work,
            RosterTemplate template,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor,
            Texts texts) {
        this.current = current;
        this.rosters = rosters;
        this.work = work;
        this.template = template;
        this.executor = executor;
        this.texts = texts;
    }

    @GetMapping("/staff/import")
    @StepUpFirst
    String open(Model model) {
        model.addAttribute("most", MOST);
        return "roster/upload";
    }

    @GetMapping("/staff/template.xlsx")
    ResponseEntity<byte[]> template() throws IOException {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"staff.xlsx\"")
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .body(template.make());
    }

    @PostMapping("/staff/import")
    @StepUpFirst
    ModelAndView upload(@RequestParam MultipartFile file, Model model) throws IOException {
        String name = file.getOriginalFilename();
        try {
            List<List<String>> lines = TableFile.lines(file.getBytes(), MOST + 1);
            if (lines.size() > MOST + 1) {
                throw new StaffRefused("roster.refused.long");
            }
            UUID id = rosters.prepare(name == null ? "" : name, lines, current.get());
            return SeeOther.at("/staff/import/" + id);
        } catch (TableFile.Unreadable e) {
            return refused("roster.refused.unreadable", model);
        } catch (StaffRefused e) {
            return refused(e.key(), model);
        }
    }

    private ModelAndView refused(String key, Model model) {
        model.addAttribute("error", texts.text(key, MOST));
        return new ModelAndView(open(model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @GetMapping("/staff/import/{id}")
    @StepUpFirst
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("load", find(id, current.get()));
        model.addAttribute("bad", rosters.rows(id, RosterRow.BAD));
        model.addAttribute("good", rosters.rows(id, RosterRow.GOOD));
        return "roster/preview";
    }

    /** Confirming twice is confirming once: a line that is done is not done again, so no key is needed. */
    @PostMapping("/staff/import/{id}")
    @StepUpFirst
    ModelAndView confirm(@PathVariable UUID id) {
        Staff admin = current.get();
        if (find(id, admin).ready()) {
            rosters.confirm(id);
            executor.execute(() -> work.run(id, admin));
        }
        return SeeOther.at("/staff/import/" + id);
    }

    private Rosters.Roster find(UUID id, Staff admin) {
        return rosters.find(id, admin).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
