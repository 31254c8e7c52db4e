package org.qipan.intake;

import jakarta.servlet.http.HttpServletResponse;
import org.qipan.page.PublicPage;
import org.qipan.page.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 快速离开: an ordinary page of the village instead, and the browser forgets what it kept of ours. */
@Controller
@PublicPage
class LeaveController {

    @GetMapping("/complaint/leave")
    ModelAndView leave(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return SeeOther.at("/open");
    }
}
