package org.qipan.board;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.board.Board.Row;
import org.qipan.board.UnitActs.Acts;
import org.qipan.campaign.CampaignAccess;
import org.qipan.campaign.CampaignAccess.Seen;
import org.qipan.campaign.CampaignTexts;
import org.qipan.campaign.RunningCampaign;
import org.qipan.directory.Post;
import org.qipan.worklist.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One unit in all stages of a campaign: what it did, and taking or sending it back. */
@Controller
@RequestMapping("/campaigns/{id}/board/units/{unit}")
class UnitController {

    private final Boards boards;
    private final BoardQueries queries;
    private final UnitActs acts;
    private final RunningCampaign running;
    private final CampaignAccess access;
    private final CampaignTexts texts;

    UnitController(
            Boards boards,
            BoardQueries queries,
            UnitActs acts,
            RunningCampaign running,
            CampaignAccess access,
            CampaignTexts texts) {
        this.boards = boards;
        this.queries = queries;
        this.acts = acts;
        this.running = running;
        this.access = access;
        this.texts = texts;
    }

    /** What was typed, shown again if it is refused. */
    record Typed(String act, long stage, String reason, List<Long> items, Map<String, String> parameters) {}

    @GetMapping
    String show(@PathVariable UUID id, @PathVariable String unit, Model model) {
        Seen campaign = access.visible(id);
        List<Board> stages = queries.stages(id).stream()
                .map(stage -> boards.of(id, stage.no()))
                .filter(board -> row(board, unit) != null)
                .toList();
        if (stages.isEmpty()) {
            throw new NoSuchElementException(unit);
        }
        model.addAttribute("name", access.name(unit));
        model.addAttribute("id", id);
        model.addAttribute("unit", unit);
        model.addAttribute("campaign", campaign.name());
        model.addAttribute("stages", stages);
        model.addAttribute("rows", stages.stream().map(b -> row(b, unit)).toList());
        model.addAttribute(
                "acts",
                stages.stream()
                        .flatMap(board ->
                                acts
                                        .of(
                                                id,
                                                Objects.requireNonNull(board.stage())
                                                        .id(),
                                                unit,
                                                access.staff())
                                        .stream())
                        .filter(Acts::any)
                        .toList());
        return "board/unit";
    }

    private static @Nullable Row row(Board board, String unit) {
        return board.rows().stream()
                .filter(r -> r.unit().equals(unit))
                .findFirst()
                .orElse(null);
    }

    /** @param parameters {@code change.<item>}: what is to be changed */
    @PostMapping("/acts/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String unit,
            @PathVariable String act,
            @RequestParam long stage,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(name = "item", defaultValue = "") List<Long> items,
            @RequestParam Map<String, String> parameters,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        access.visible(id);
        Acts may = acts.of(id, stage, unit, access.staff()).orElseThrow(CampaignAccess::denied);
        try {
            if (reason.isBlank()) {
                throw new Refused("campaign.refused.reason");
            }
            if (!sure) {
                throw new Refused("campaign.refused.sure");
            }
            run(may, unit, act, reason.strip(), changes(items, parameters));
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", texts.of(refused));
            model.addAttribute("typed", new Typed(act, stage, reason, items, parameters));
            return show(id, unit, model);
        }
        flash.addFlashAttribute("notice", texts.get("board.act.done." + act));
        return "redirect:/campaigns/" + id + "/board/units/" + unit;
    }

    private void run(Acts may, String unit, String act, String reason, Map<Long, String> changes) {
        switch (act) {
            case "recall" -> running.recall(may.part(), reason, access.staff(), held(may.recall()));
            case "send-back" -> {
                Post as = held(may.sendBack());
                if (changes.isEmpty() || changes.containsValue("")) {
                    throw new Refused("campaign.refused.chooseItems");
                }
                running.sendBack(Objects.requireNonNull(may.upper()), unit, changes, reason, access.staff(), as);
            }
            default -> throw new NoSuchElementException(act);
        }
    }

    private static Post held(@Nullable Post post) {
        if (post == null) {
            throw CampaignAccess.denied();
        }
        return post;
    }

    private static Map<Long, String> changes(List<Long> items, Map<String, String> parameters) {
        Map<Long, String> changes = new LinkedHashMap<>();
        items.forEach(item ->
                changes.put(item, parameters.getOrDefault("change." + item, "").strip()));
        return changes;
    }
}
