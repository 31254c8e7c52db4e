package org.qipan.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.board.LastLooks.Change;
import org.qipan.campaign.CampaignAccess;
import org.qipan.campaign.CampaignLists;
import org.qipan.campaign.RunningCampaign;
import org.qipan.desk.LeaderItems;
import org.qipan.desk.ListRow;
import org.qipan.directory.Staff;
import org.qipan.ledger.WaitingMatters;
import org.qipan.ledger.WaitingMatters.Waiting;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 领导一页纸: what to decide, what is stuck, who waits, what changed since the reader last looked. On a phone, or as one sheet of A4. */
@Controller
@RequestMapping("/campaigns/one-page")
@PreAuthorize(
        "hasAnyRole('township-leader', 'district-leader', 'city-leader', 'province-leader', 'township-officer', 'district-officer', 'city-officer', 'province-officer')")
class OnePageController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter LOOK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final int MOST = 6;

    private final CampaignLists lists;
    private final Boards boards;
    private final LastLooks looks;
    private final RunningCampaign running;
    private final CampaignAccess access;
    private final LeaderItems items;
    private final WaitingMatters matters;
    private final Clock clock;

    OnePageController(
            CampaignLists lists,
            Boards boards,
            LastLooks looks,
            RunningCampaign running,
            CampaignAccess access,
            LeaderItems items,
            WaitingMatters matters,
            Clock clock) {
        this.lists = lists;
        this.boards = boards;
        this.looks = looks;
        this.running = running;
        this.access = access;
        this.items = items;
        this.matters = matters;
        this.clock = clock;
    }

    /** @param url of the task */
    record Decision(String name, String state, String url) {}

    record StuckRow(UUID campaign, String name, @Nullable Integer stage, String stageName, Board.Stuck stuck) {}

    /**
     * @param lastLook null at the first look, when there is nothing to compare with
     * @param decide decisions of campaigns; {@code items}: the first of all others, of {@code itemsInAll}
     * @param waiting null for whoever answers for no area
     */
    record View(
            LocalDate today,
            @Nullable String lastLook,
            List<Decision> decide,
            List<ListRow> items,
            int itemsInAll,
            @Nullable Waiting waiting,
            List<StuckRow> stuck,
            int stuckInAll,
            List<Change> changes) {

        public int toDecide() {
            return decide.size() + itemsInAll;
        }
    }

    @GetMapping
    String show(Model model) {
        Staff staff = access.staff();
        List<CampaignLists.Row> campaigns = lists.all(staff);
        List<Decision> decide = new ArrayList<>();
        List<StuckRow> stuck = new ArrayList<>();
        for (CampaignLists.Row row : campaigns) {
            if (row.stateKey().equals("closed") || row.stateKey().equals("cancelled")) {
                continue;
            }
            @Nullable Board board = row.running() ? boards.of(row.id(), null) : null;
            OptionalLong task = board == null || ripe(board) ? running.task(row.id(), staff) : OptionalLong.empty();
            task.ifPresent(t -> decide.add(new Decision(row.name(), row.stateKey(), "/tasks/" + t)));
            if (board != null) {
                BoardQueries.StageBar stage = board.stage();
                board.stuck().stream()
                        .filter(s -> s.late() > 0 || s.vacant())
                        .forEach(s -> stuck.add(new StuckRow(
                                row.id(),
                                row.name(),
                                stage == null ? null : stage.no(),
                                stage == null ? "" : stage.name(),
                                s)));
            }
        }
        stuck.sort(Comparator.comparingLong((StuckRow s) -> s.stuck().late()).reversed());
        List<ListRow> others = items.of(staff, RunningCampaign.PROCESSES);
        Instant last = looks.last(staff.id(), LastLooks.ONE_PAGE);
        model.addAttribute(
                "page",
                new View(
                        LocalDate.ofInstant(clock.instant(), ZONE),
                        last == null ? null : LOOK.format(last),
                        decide,
                        others.stream().limit(MOST).toList(),
                        others.size(),
                        matters.of(staff).orElse(null),
                        stuck.stream().limit(MOST).toList(),
                        stuck.size(),
                        last == null ? List.of() : looks.changes(staff, last)));
        return "board/one-page";
    }

    /** Whether a stage can be closed, or should have been: before that there is nothing to decide. */
    private boolean ripe(Board board) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        List<BoardQueries.StageBar> open = board.stages().stream()
                .filter(stage -> stage.state().equals("OPEN"))
                .toList();
        return open.isEmpty()
                || open.stream()
                        .anyMatch(stage -> stage.done() >= stage.expected()
                                || stage.closes().isBefore(today));
    }

    /** 我看过了: from here on only what is new counts as a change. */
    @PostMapping("/looks")
    String look() {
        looks.look(access.staff().id(), LastLooks.ONE_PAGE, clock.instant());
        return "redirect:/campaigns/one-page";
    }
}
