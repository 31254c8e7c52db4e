package org.qipan.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.qipan.worklist.CasePage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;

/** Finds what others add to the page of an item. Asks for the beans late, and once: they depend on this module themselves. */
@Component
class TaskExtras {

    private final Supplier<List<TaskExtra>> extras;

    TaskExtras(ObjectProvider<TaskExtra> extras) {
        this.extras = SingletonSupplier.of(() -> extras.orderedStream().toList());
    }

    /** Puts what is said above the work as {@code notices} and what stands under 更多 as {@code acts} into the page. */
    void fill(Model model, Seen seen) {
        List<CasePage.Panel> notices = new ArrayList<>();
        List<CasePage.Panel> acts = new ArrayList<>();
        extras.get().forEach(extra -> {
            notices.addAll(extra.notices(seen));
            CasePage.Panel act = extra.act(seen);
            if (act != null) {
                acts.add(act);
            }
        });
        notices.forEach(panel -> model.addAllAttributes(panel.model()));
        acts.forEach(panel -> model.addAllAttributes(panel.model()));
        model.addAllAttributes(Map.of("notices", notices, "acts", acts));
    }

    void completing(Seen seen) {
        extras.get().forEach(extra -> extra.completing(seen));
    }
}
