package org.qipan.service;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Which campaigns a unit takes part in; implemented by the module that knows campaigns. */
public interface RunningCampaigns {

    List<Choice> in(String unit, LocalDate day);

    /** A campaign to choose. */
    record Choice(UUID id, String name) {}
}
