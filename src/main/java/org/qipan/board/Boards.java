package org.qipan.board;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.board.Board.Cell;
import org.qipan.board.Board.Row;
import org.qipan.board.Board.Stuck;
import org.qipan.board.BoardQueries.Item;
import org.qipan.board.BoardQueries.Part;
import org.qipan.board.BoardQueries.StageBar;
import org.qipan.board.BoardQueries.Stated;
import org.qipan.campaign.CampaignAccess;
import org.qipan.campaign.CampaignAccess.Seen;
import org.qipan.campaign.CampaignTexts;
import org.qipan.directory.Staff;
import org.springframework.stereotype.Component;

/** Puts the board together. */
@Component
class Boards {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private final BoardQueries queries;
    private final BoardSums sums;
    private final StuckUnits waiting;
    private final CampaignAccess access;
    private final CampaignTexts texts;
    private final Clock clock;

    Boards(
            BoardQueries queries,
            BoardSums sums,
            StuckUnits waiting,
            CampaignAccess access,
            CampaignTexts texts,
            Clock clock) {
        this.queries = queries;
        this.sums = sums;
        this.waiting = waiting;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A board as the person who asks may see it.
     *
     * @param no number of the stage, null for the one that is open now
     * @throws java.util.NoSuchElementException if the campaign is none of his
     */
    Board of(UUID id, @Nullable Integer no) {
        Seen campaign = access.visible(id);
        List<StageBar> stages = queries.stages(id);
        StageBar stage = chosen(stages, no);
        List<Item> items = stage == null ? List.of() : queries.items(stage.id());
        List<Part> parts = stage == null ? List.of() : mine(campaign, queries.parts(id, stage.id()));
        Map<String, Map<Long, Stated>> stated = new HashMap<>();
        if (stage != null) {
            queries.stated(stage.id())
                    .forEach(s -> stated.computeIfAbsent(s.unit(), u -> new HashMap<>())
                            .put(s.item(), s));
        }
        Map<String, Map<String, BigDecimal>> counted =
                stage == null ? Map.of() : sums.of(campaign.id(), campaign.unit(), items, stage);
        List<Row> rows = new ArrayList<>();
        List<Stuck> stuck = new ArrayList<>();
        for (Part part : parts) {
            Map<Long, Stated> own = stated.getOrDefault(part.unit(), Map.of());
            Map<String, BigDecimal> counts = counted.getOrDefault(part.unit(), Map.of());
            LocalDate closes = part.last(Objects.requireNonNull(stage).closes());
            List<Cell> cells = items.stream()
                    .map(i -> cell(i, own.get(i.id()), counts, closes))
                    .toList();
            rows.add(new Row(part.unit(), access.name(part.unit()), part.state(), cells));
            if (part.state().equals("open") && part.openLower() == 0) {
                stuck.add(waiting.of(part, items, cells, closes, today()));
            }
        }
        stuck.sort(Comparator.comparingLong(Stuck::late).reversed().thenComparing(Stuck::unit));
        return new Board(
                id,
                campaign.name(),
                stages,
                stage,
                items,
                rows,
                stuck,
                TrendChart.of(queries.trend(id)),
                access.running(campaign.unit()).isPresent(),
                stage == null ? "" : waiting.reminder(campaign.name(), stage, stuck),
                TIME.format(clock.instant()));
    }

    /** What tells one state of the board from another, for {@code If-None-Match}. */
    String fingerprint(UUID id) {
        Seen campaign = access.visible(id);
        return Integer.toHexString(Objects.hash(
                queries.fingerprint(id),
                queries.stages(id).stream()
                        .map(s -> sums.of(id, campaign.unit(), queries.items(s.id()), s))
                        .toList(),
                today(),
                Arrays.asList(CampaignAccess.units(access.staff()))));
    }

    private static @Nullable StageBar chosen(List<StageBar> stages, @Nullable Integer no) {
        Stream<StageBar> wanted = no == null
                ? stages.stream()
                        .filter(s -> s.state().equals("OPEN"))
                        .sorted(Comparator.comparingInt(StageBar::no).reversed())
                : stages.stream().filter(s -> s.no() == no);
        return wanted.findFirst().orElse(stages.isEmpty() ? null : stages.get(0));
    }

    /** Villages see their own row, units between also those below; the owner, the levels above and its departments see all. */
    private List<Part> mine(Seen campaign, List<Part> parts) {
        Staff staff = access.staff();
        boolean whole = access.running(campaign.unit()).isPresent()
                || Stream.of(CampaignAccess.subtrees(staff)).anyMatch(campaign.unit()::startsWith)
                || staff.posts().stream()
                        .anyMatch(p -> p.role().equals("department-officer")
                                && p.unit().startsWith(campaign.unit()));
        List<String> own = List.of(CampaignAccess.units(staff));
        return whole
                ? parts
                : parts.stream()
                        .filter(p -> own.contains(p.unit())
                                || Stream.of(CampaignAccess.subtrees(staff)).anyMatch(p.unit()::startsWith))
                        .toList();
    }

    private Cell cell(Item item, @Nullable Stated stated, Map<String, BigDecimal> counts, LocalDate closes) {
        if (stated == null) {
            return new Cell(Standing.NONE, "", "");
        }
        BigDecimal value = item.measure() == null || stated.state().equals("accepted") && stated.value() != null
                ? stated.value()
                : counts.get(BoardSums.key(item));
        Standing standing = Standing.of(
                stated.state(),
                stated.stopped(),
                value,
                item.minimum(),
                item.due() == null ? closes : item.due(),
                today());
        String so = value == null ? "0" : plain(value);
        BigDecimal minimum = item.minimum();
        String number = !item.form().equals("count") ? "" : minimum == null ? so : so + "/" + plain(minimum);
        return new Cell(standing, texts.get("board.standing." + standing.key()), number);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
