package org.qipan.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qipan.worklist.CasePage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Finds what others add to the page of an item. Asks for the beans late: they depend on this module themselves. */
@Component
class TaskExtras {

    private final ObjectProvider<TaskExtra> extras;

    TaskExtras(ObjectProvider<TaskExtra> extras) {
        this.extras = extras;
    }

    /** A fragment of a template; its model is that of the page. */
    record Fragment(String template, String name) {}

    /** Puts what is said above the work as {@code notices} and what stands under 更多 as {@code acts} into the page. */
    void fill(Model model, Seen seen) {
        List<CasePage.Panel> notices = new ArrayList<>();
        List<CasePage.Panel> acts = new ArrayList<>();
        extras.orderedStream().forEach(extra -> {
            notices.addAll(extra.notices(seen));
            CasePage.Panel act = extra.act(seen);
            if (act != null) {
                acts.add(act);
            }
        });
        model.addAllAttributes(Map.of("notices", fragments(model, notices), "acts", fragments(model, acts)));
    }

    void completing(Seen seen) {
        extras.orderedStream().forEach(extra -> extra.completing(seen));
    }

    private static List<Fragment> fragments(Model model, List<CasePage.Panel> panels) {
        return panels.stream()
                .map(panel -> {
                    model.addAllAttributes(panel.model());
                    String[] parts = panel.fragment().split("\\s*::\\s*", 2);
                    return new Fragment(parts[0], Objects.requireNonNull(parts[1]));
                })
                .toList();
    }
}
