package org.qipan.campaign;

import java.util.List;
import org.qipan.directory.Staff;
import org.springframework.stereotype.Service;

/** The running campaigns of a person, for fragment {@code campaign/_running :: running(campaigns)} on the workbench. */
@Service
public class RunningOverview {

    private final CampaignLists lists;

    RunningOverview(CampaignLists lists) {
        this.lists = lists;
    }

    /** Rows for the fragment, newest first. */
    public List<?> of(Staff staff) {
        return lists.running(staff);
    }
}
