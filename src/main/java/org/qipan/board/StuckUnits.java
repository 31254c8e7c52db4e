package org.qipan.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.qipan.board.Board.Cell;
import org.qipan.board.Board.Stuck;
import org.qipan.board.BoardQueries.Item;
import org.qipan.board.BoardQueries.Part;
import org.qipan.board.BoardQueries.StageBar;
import org.qipan.campaign.CampaignAccess;
import org.qipan.campaign.CampaignTexts;
import org.qipan.directory.Directory;
import org.qipan.directory.Duty;
import org.qipan.directory.Post;
import org.springframework.stereotype.Component;

/** 卡在哪里: which units a stage waits for, since when and whose turn it is, by post. */
@Component
class StuckUnits {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Directory directory;
    private final CampaignAccess access;
    private final CampaignTexts texts;

    StuckUnits(Directory directory, CampaignAccess access, CampaignTexts texts) {
        this.directory = directory;
        this.access = access;
        this.texts = texts;
    }

    /** @param cells of the unit, in the order of the items @param closes last day of the stage */
    Stuck of(Part part, List<Item> items, List<Cell> cells, LocalDate closes, LocalDate today) {
        List<String> missing = new ArrayList<>();
        LocalDate last = closes;
        for (int i = 0; i < items.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.standing() != Standing.DONE && cell.standing() != Standing.NONE) {
                missing.add((items.get(i).name() + " " + cell.number()).strip());
                LocalDate due = items.get(i).due();
                last = due != null && due.isBefore(last) ? due : last;
            }
        }
        Instant submitted = part.submittedAt();
        Post post = turn(part, submitted != null);
        Instant since = part.since() == null ? part.openedAt() : part.since();
        return new Stuck(
                part.us(),
                part.unit(),
                access.name(part.unit()),
                submitted != null
                        ? texts.get("board.stuck.review")
                        : missing.isEmpty() ? texts.get("board.stuck.submit") : String.join("、", missing),
                access.title(post),
                directory.holders(post).isEmpty(),
                Math.max(0, ChronoUnit.DAYS.between(last, today)),
                LocalDate.ofInstant(since, ZONE));
    }

    /** As the worklist has it: the head who checks, the officer who reviews, or whoever it was given to. */
    private Post turn(Part part, boolean submitted) {
        if (part.turn() != null) {
            return Post.of(part.turn());
        }
        String upper = part.upper();
        String unit = submitted && upper != null ? upper : part.unit();
        return directory
                .find(unit)
                .flatMap(u -> directory.role(u.kind(), submitted ? Duty.REVIEWER : Duty.WORKER))
                .map(role -> new Post(role, unit))
                .orElse(new Post("worker", unit));
    }

    /** Text for the work group: units and numbers, no names. */
    String reminder(String name, StageBar stage, List<Stuck> stuck) {
        return texts.get(
                "board.reminder",
                name,
                stage.name(),
                stuck.stream()
                        .map(s -> s.missing().isEmpty()
                                ? s.name()
                                : texts.get("board.reminder.unit", s.name(), s.missing()))
                        .collect(Collectors.joining("；")));
    }
}
