package org.qipan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reports need to know of campaigns. */
public interface CampaignFacts {

    Optional<Facts> find(UUID campaign);

    /** Campaigns this unit runs or takes part in, newest first. */
    List<Facts> in(String unit);

    /** Campaigns whose plan was issued, newest first; practice runs are not among them. */
    List<Facts> issued();

    /** One of {@link #issued}; empty for any other campaign. */
    Optional<Facts> issued(UUID campaign);

    /** Sections of the issued plan with duty titles and office telephones only; empty before it is issued, and of practice runs. */
    List<Section> plan(UUID campaign);

    /**
     * A campaign.
     *
     * @param number 文号 of the plan, null until it has one
     * @param unit code of the unit that runs it
     * @param units codes of all units that take part
     * @param cases whether the plan asks for model cases
     */
    record Facts(
            UUID id,
            String name,
            @Nullable String number,
            String unit,
            List<String> units,
            LocalDate from,
            LocalDate to,
            List<Stage> stages,
            boolean cases) {}

    /** @param closes last day */
    record Stage(String name, LocalDate opens, LocalDate closes) {}

    /** A heading of the plan and what stands under it, line by line. */
    record Section(String title, String text) {}
}
