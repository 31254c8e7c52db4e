package org.qipan.campaign;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CampaignRepository extends Repository<Campaign, UUID> {

    Optional<Campaign> findById(UUID id);

    Campaign save(Campaign campaign);

    /** Writes now, so that a stale version is noticed where it can still be explained. */
    Campaign saveAndFlush(Campaign campaign);
}
