package org.qipan.task;

import org.qipan.directory.CurrentStaff;
import org.qipan.workflow.Course;
import org.qipan.workflow.Workflow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The course of an item's process, drawn and in words. */
@Controller
class CourseController {

    private final CurrentStaff current;
    private final Access access;
    private final Workflow workflow;

    CourseController(CurrentStaff current, Access access, Workflow workflow) {
        this.current = current;
        this.access = access;
        this.workflow = workflow;
    }

    record CourseView(long item, String title, Course course) {}

    @GetMapping("/tasks/{id}/course")
    String page(@PathVariable long id, Model model) {
        Seen seen = access.see(id, current.get());
        Course course = TaskPages.looksAtCourses(seen.by())
                ? workflow.course(seen.item().process(), seen.item().ref())
                : null;
        if (course == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("course", new CourseView(id, seen.item().title(), course));
        return "task/course";
    }
}
