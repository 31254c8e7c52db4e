package org.qipan.subject;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 诉求事项: the tree, for those who sort complaints and those who answer for them. */
@Controller
@PreAuthorize(SubjectController.READERS)
class SubjectController {

    static final String ADMIN = "hasRole('system-admin')";
    static final String READERS = "hasAnyRole('system-admin','complaint-officer','township-officer','township-leader',"
            + "'district-officer','district-leader','city-officer','city-leader','province-officer','province-leader')";

    private final SubjectPages pages;
    private final SubjectWorkbook workbook;

    SubjectController(SubjectPages pages, SubjectWorkbook workbook) {
        this.pages = pages;
        this.workbook = workbook;
    }

    @GetMapping("/subjects")
    String list(@RequestParam(defaultValue = "") String q, Authentication reader, Model model) {
        model.addAttribute("q", q.strip());
        model.addAttribute("lines", pages.lines(q));
        model.addAttribute("editable", mayEdit(reader));
        return "subject/list";
    }

    /** All subjects that hold today, with the columns that can be imported again. */
    @GetMapping("/subjects/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"subjects.xlsx\"");
        workbook.write(response.getOutputStream());
    }

    static boolean mayEdit(Authentication reader) {
        return reader.getAuthorities().stream().anyMatch(a -> "ROLE_system-admin".equals(a.getAuthority()));
    }
}
