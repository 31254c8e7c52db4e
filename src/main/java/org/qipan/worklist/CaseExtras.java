package org.qipan.worklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.qipan.directory.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds what others offer on the page of a case. Asks for the beans late, and once: they depend on this module themselves. */
@Component
public class CaseExtras {

    private final Supplier<List<CaseExtra>> extras;

    CaseExtras(ObjectProvider<CaseExtra> extras) {
        this.extras = SingletonSupplier.of(() -> extras.orderedStream().toList());
    }

    /** The model of {@code components/case-acts :: acts}. */
    public Map<String, Object> of(UUID caseId, Staff reader) {
        List<CasePage.Panel> panels = extras.get().stream()
                .map(extra -> extra.act(caseId, reader))
                .filter(Objects::nonNull)
                .toList();
        Map<String, Object> model = new HashMap<>();
        panels.forEach(panel -> model.putAll(panel.model()));
        model.put("caseActs", panels);
        return model;
    }
}
