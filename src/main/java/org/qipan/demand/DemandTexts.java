package org.qipan.demand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qipan.casefile.Said;
import org.qipan.casefile.Sayings;
import org.qipan.vault.Safe;
import org.springframework.stereotype.Component;

/** The words of demands, each in the vault of its case; of what the product says how it was said lies beside the text of the office. */
@Component
class DemandTexts {

    private static final List<String> PARTS = List.of("reason", "asked", "answer", "remark");

    private final Safe safe;
    private final Sayings sayings;

    DemandTexts(Safe safe, Sayings sayings) {
        this.safe = safe;
        this.sayings = sayings;
    }

    void put(Demand demand, String part, Said text) {
        Map<String, String> texts = new HashMap<>();
        texts.put(field(demand, part), sayings.office(text));
        Optional.ofNullable(sayings.kept(text)).ifPresent(said -> texts.put(said(demand, part), said));
        safe.put(demand.caseId(), texts);
    }

    /** For this reader; without a part there is no text. */
    Map<String, String> of(Demand demand) {
        Map<String, String> kept = safe.open(
                demand.caseId(),
                PARTS.stream()
                        .flatMap(part -> Stream.of(field(demand, part), said(demand, part)))
                        .toList());
        Map<String, String> texts = new HashMap<>();
        PARTS.forEach(part -> Optional.ofNullable(kept.get(field(demand, part)))
                .ifPresent(text -> texts.put(part, sayings.read(kept.get(said(demand, part)), text))));
        return texts;
    }

    private static String said(Demand demand, String part) {
        return field(demand, part) + "-said";
    }

    private static String field(Demand demand, String part) {
        return demand.id().toString().replace("-", "") + "-" + part;
    }
}
