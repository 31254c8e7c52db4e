package org.qipan.campaign;

import java.util.UUID;
import org.qipan.directory.Staff;
import org.qipan.file.FileAccess;
import org.springframework.stereotype.Component;

/** Whoever may see a campaign may read what is attached to it. */
@Component
class CampaignFiles implements FileAccess {

    private final CampaignAccess access;

    CampaignFiles(CampaignAccess access) {
        this.access = access;
    }

    @Override
    public boolean mayRead(UUID caseId, UUID file, Staff staff) {
        return access.sees(caseId, staff);
    }
}
