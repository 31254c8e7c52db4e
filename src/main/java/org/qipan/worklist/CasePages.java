package org.qipan.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the page of a process. Asks for the beans late: the capabilities that give them depend on the worklist themselves. */
@Component
public class CasePages {

    private final ObjectProvider<CasePage> pages;

    CasePages(ObjectProvider<CasePage> pages) {
        this.pages = pages;
    }

    public CasePage of(String process) {
        return find(process)
                .orElseThrow(() -> new IllegalStateException("no capability serves the tasks of process " + process));
    }

    private Optional<CasePage> find(String process) {
        return pages.stream().filter(page -> page.processes().contains(process)).findFirst();
    }

    /** Page by kind of case, of kinds that exist. */
    public Map<String, CasePage> byKind() {
        List<CasePage> all = pages.stream().filter(CasePage::ownsCases).toList();
        return all.stream().collect(Collectors.toMap(CasePage::kind, Function.identity(), (first, second) -> first));
    }
}
