package org.qipan.open;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Unit;
import org.qipan.directory.UnitKind;
import org.qipan.figure.FigureScope;
import org.qipan.report.CampaignFacts;
import org.qipan.service.ServiceCatalogue;
import org.qipan.service.ServiceKind;
import org.springframework.stereotype.Service;

/**
 * 村务公开一张纸: what a village did for residents in a quarter. Source: 村民委员会组织法 第三十条, which has village affairs published at
 * least every quarter.
 */
@Service
class VillageSheets {

    static final int MOST = 100;
    private static final int QUARTERS = 8;

    private final CampaignFacts campaigns;
    private final ServiceCatalogue catalogue;
    private final OpenFigures figures;
    private final Directory directory;
    private final Clock clock;

    VillageSheets(
            CampaignFacts campaigns,
            ServiceCatalogue catalogue,
            OpenFigures figures,
            Directory directory,
            Clock clock) {
        this.campaigns = campaigns;
        this.catalogue = catalogue;
        this.figures = figures;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A sheet.
     *
     * @param upper the unit above, to which villagers may turn
     * @param until last day that is counted
     * @param running whether the quarter has not ended yet
     * @param sections figures by section of the service catalogue
     */
    record VillageSheet(
            Unit village,
            String upper,
            Quarter quarter,
            LocalDate until,
            boolean running,
            Map<String, List<OpenFigures.Figure>> sections,
            List<CampaignFacts.Facts> campaigns) {}

    /** Villages of issued campaigns by name or code, {@link #MOST} and one more at most. @param campaign null for all of them */
    List<Unit> find(String text, @Nullable UUID campaign) {
        return issued(campaign)
                .flatMap(facts -> facts.units().stream())
                .distinct()
                .sorted()
                .flatMap(code -> directory.find(code).stream())
                .filter(unit -> unit.kind() == UnitKind.VILLAGE)
                .filter(unit -> unit.name().contains(text) || unit.code().startsWith(text))
                .limit(MOST + 1L)
                .toList();
    }

    /** This quarter and the ones before it, newest first. */
    List<Quarter> quarters() {
        return Stream.iterate(Quarter.of(LocalDate.now(clock)), Quarter::before)
                .limit(QUARTERS)
                .toList();
    }

    /** Empty if this is no village that took part in an issued campaign. @param quarter one of {@link #quarters} */
    Optional<VillageSheet> sheet(String code, Quarter quarter) {
        List<CampaignFacts.Facts> own =
                issued(null).filter(facts -> facts.units().contains(code)).toList();
        return directory
                .find(code)
                .filter(unit -> unit.kind() == UnitKind.VILLAGE && !own.isEmpty())
                .map(unit -> sheet(unit, quarter, own));
    }

    private VillageSheet sheet(Unit village, Quarter quarter, List<CampaignFacts.Facts> own) {
        LocalDate today = LocalDate.now(clock);
        boolean running = quarter.to().isAfter(today);
        LocalDate until = running ? today : quarter.to();
        return new VillageSheet(
                village,
                directory.upper(village.code()).map(Unit::name).orElse(""),
                quarter,
                until,
                running,
                sections(new FigureScope(village.code(), null, quarter.from(), until)),
                own.stream()
                        .filter(facts ->
                                !facts.from().isAfter(until) && !facts.to().isBefore(quarter.from()))
                        .toList());
    }

    private Map<String, List<OpenFigures.Figure>> sections(FigureScope scope) {
        Map<String, List<String>> measures = new LinkedHashMap<>();
        for (ServiceKind kind : catalogue.all()) {
            if (!kind.aggregateOnly() && !kind.officeOnly()) {
                List<String> own = measures.computeIfAbsent(kind.section(), section -> new ArrayList<>());
                kind.measures().forEach(own::add);
            }
        }
        Map<String, List<OpenFigures.Figure>> sections = new LinkedHashMap<>();
        measures.forEach((section, keys) -> {
            List<OpenFigures.Figure> found = figures.of(keys, scope);
            if (!found.isEmpty()) {
                sections.put(section, found);
            }
        });
        return sections;
    }

    private Stream<CampaignFacts.Facts> issued(@Nullable UUID campaign) {
        return campaign == null ? campaigns.issued().stream() : campaigns.issued(campaign).stream();
    }
}
