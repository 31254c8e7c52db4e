package org.qipan.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The campaigns, or none where no module tells of any. */
@Component
class KnownCampaigns {

    private final ObjectProvider<CampaignFacts> facts;

    KnownCampaigns(ObjectProvider<CampaignFacts> facts) {
        this.facts = facts;
    }

    Optional<CampaignFacts.Facts> find(@Nullable UUID id) {
        CampaignFacts known = facts.getIfAvailable();
        return known == null || id == null ? Optional.empty() : known.find(id);
    }

    List<CampaignFacts.Facts> in(String unit) {
        CampaignFacts known = facts.getIfAvailable();
        return known == null ? List.of() : known.in(unit);
    }
}
