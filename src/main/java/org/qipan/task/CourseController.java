package org.qipan.task;

import java.util.List;
import org.qipan.directory.CurrentStaff;
import org.qipan.workflow.Course;
import org.qipan.workflow.Workflow;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The course of an item's process: a list for everyone who reads, the drawing with its tokens for everyone who looks. */
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

    /** @param steps the same in words, in the order of the model */
    record CourseView(long item, String title, Course course, List<CourseSteps.Step> steps) {}

    @GetMapping(path = "/tasks/{id}/course", produces = MediaType.TEXT_HTML_VALUE)
    String page(@PathVariable long id, Model model) {
        model.addAttribute("course", view(id));
        return "task/course";
    }

    @GetMapping(path = "/tasks/{id}/course", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Course drawing(@PathVariable long id) {
        return view(id).course();
    }

    private CourseView view(long id) {
        Seen seen = access.see(id, current.get());
        Course course = TaskPages.looksAtCourses(seen.by())
                ? workflow.course(seen.item().process(), seen.item().ref())
                : null;
        if (course == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new CourseView(id, seen.item().title(), course, CourseSteps.of(course));
    }
}
