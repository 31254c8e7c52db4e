package org.qipan.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds the page of a process. Asks for the beans late, and once: the capabilities that give them depend on the worklist themselves. */
@Component
public class CasePages {

    private final Supplier<List<CasePage>> pages;

    CasePages(ObjectProvider<CasePage> pages) {
        this.pages = SingletonSupplier.of(() -> pages.stream().toList());
    }

    public CasePage of(String process) {
        return find(process)
                .orElseThrow(() -> new IllegalStateException("no capability serves the tasks of process " + process));
    }

    private Optional<CasePage> find(String process) {
        return pages.get().stream()
                .filter(page -> page.processes().contains(process))
                .findFirst();
    }

    /** Page by kind of case, of kinds that exist. */
    public Map<String, CasePage> byKind() {
        return pages.get().stream()
                .filter(CasePage::ownsCases)
                .collect(Collectors.toMap(CasePage::kind, Function.identity(), (first, second) -> first));
    }
}
