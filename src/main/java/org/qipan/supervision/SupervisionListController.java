package org.qipan.supervision;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qipan.audit.Audit;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 督办清单. */
@Controller
@PreAuthorize(SupervisionListController.READERS)
class SupervisionListController {

    static final String READERS =
            "hasAnyRole('village-head','township-officer','township-leader','district-officer','district-leader',"
                    + "'city-officer','city-leader','province-officer','province-leader','department-officer','service-provider','complaint-officer')";

    private final CurrentStaff current;
    private final SupervisionList list;
    private final SupervisionWorkbook workbook;
    private final Directory directory;
    private final Audit audit;

    SupervisionListController(
            CurrentStaff current,
            SupervisionList list,
            SupervisionWorkbook workbook,
            Directory directory,
            Audit audit) {
        this.current = current;
        this.list = list;
        this.workbook = workbook;
        this.directory = directory;
        this.audit = audit;
    }

    @GetMapping("/complaints/supervision")
    String show(Model model) {
        Staff staff = current.get();
        model.addAttribute("rows", list.running(staff));
        model.addAttribute("candidates", list.candidates(staff));
        model.addAttribute("reader", reader(staff));
        return "supervision/list";
    }

    @GetMapping("/complaints/supervision/export")
    void export(HttpServletResponse response) throws IOException {
        Staff staff = current.get();
        List<SupervisionRow> rows = list.running(staff);
        audit.record(
                staff.actor(), "supervision.audit.export", "supervision-list", "running", Map.of("rows", rows.size()));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"supervision.xlsx\"");
        workbook.write(rows, reader(staff), response.getOutputStream());
    }

    private String reader(Staff staff) {
        return staff.posts().stream().map(directory::title).collect(Collectors.joining("、"));
    }
}
