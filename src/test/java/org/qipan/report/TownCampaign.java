package org.qipan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qipan.service.Town;

/** The only campaign there is: issued, of the town and two of its villages. */
public final class TownCampaign implements CampaignFacts {

    public static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    boolean casesAsked = true;

    public Facts facts() {
        return new Facts(
                ID,
                "2026年集中服务活动",
                "民众〔2026〕3号",
                Town.TOWN,
                List.of(Town.TOWN, Town.XINLUN, Town.MINPING),
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 12, 31),
                List.of(new Stage("宣传发动", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))),
                casesAsked);
    }

    @Override
    public Optional<Facts> find(UUID campaign) {
        return campaign.equals(ID) ? Optional.of(facts()) : Optional.empty();
    }

    @Override
    public List<Facts> in(String unit) {
        return List.of(facts());
    }

    @Override
    public List<Facts> issued() {
        return List.of(facts());
    }

    @Override
    public List<Section> plan(UUID campaign) {
        return List.of(new Section("主要目标", "为新市民提供服务。"));
    }

    @Override
    public Optional<Facts> issued(UUID campaign) {
        return find(campaign);
    }
}
