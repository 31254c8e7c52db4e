package org.qipan.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows which questions the answers so far open and close. Stores nothing, so it needs no right but to be logged in. */
@Controller
@PreAuthorize("isAuthenticated()")
class FormPreviewController {

    private final Forms forms;

    FormPreviewController(Forms forms) {
        this.forms = forms;
    }

    @PostMapping("/forms/{id}/preview")
    String preview(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        Form form;
        try {
            form = forms.named(id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(parameters);
        if (!asked.containsKey("_add") && !asked.containsKey("_remove")) {
            asked.add("_refresh", "1");
        }
        // read-only values came from the server a moment ago; here they decide nothing but what is shown to the sender
        Map<String, Object> shown = new HashMap<>(readonly(form.components(), parameters));
        model.addAttribute(
                "view", forms.view(form, forms.read(form, asked, shown).typed(), Map.of(), List.of()));
        return "form/_form :: fields(view=${view})";
    }

    private static Map<String, Object> readonly(List<Component> components, MultiValueMap<String, String> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Component component : components) {
            if (component.key() == null) {
                values.putAll(readonly(component.components(), parameters));
            } else if (component.readonly() || component.fixed()) {
                values.putAll(Answers.of(List.of(component), parameters, ""));
            }
        }
        return values;
    }
}
