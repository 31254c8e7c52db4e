package org.qipan.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.service.ServiceCatalogue;
import org.qipan.service.WorkRecords;
import org.springframework.stereotype.Component;

/** The kinds of the service catalogue as measures, and what was recorded of them. */
@Component
class RecordedMeasures implements Measures {

    private final ServiceCatalogue catalogue;
    private final WorkRecords records;
    private final PlanTexts texts;

    RecordedMeasures(ServiceCatalogue catalogue, WorkRecords records, PlanTexts texts) {
        this.catalogue = catalogue;
        this.records = records;
        this.texts = texts;
    }

    @Override
    public List<Measure> all() {
        return catalogue.all().stream()
                .map(k -> new Measure(k.key(), texts.get(k.label()), texts.get("figure.unit." + k.unitOfMeasure())))
                .toList();
    }

    @Override
    public boolean atTheDoor(String measure) {
        return catalogue.atTheDoor(measure);
    }

    @Override
    public Map<String, Map<String, BigDecimal>> totals(
            UUID campaign,
            Collection<String> measures,
            String within,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return records.totals(campaign, measures, within, from, to);
    }
}
