package org.qipan.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.board.Board.Stuck;
import org.qipan.campaign.CampaignAccess;
import org.qipan.campaign.CampaignAccess.Seen;
import org.qipan.campaign.CampaignTexts;
import org.qipan.directory.Post;
import org.qipan.workflow.Course;
import org.qipan.workflow.Workflow;
import org.qipan.worklist.Worklist;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 进度看板. */
@Controller
@RequestMapping("/campaigns/{id}/board")
class BoardController {

    private final Boards boards;
    private final BoardQueries queries;
    private final BoardWorkbook workbook;
    private final CampaignAccess access;
    private final CampaignTexts texts;
    private final Worklist worklist;
    private final Workflow workflow;

    BoardController(
            Boards boards,
            BoardQueries queries,
            BoardWorkbook workbook,
            CampaignAccess access,
            CampaignTexts texts,
            Worklist worklist,
            Workflow workflow) {
        this.boards = boards;
        this.queries = queries;
        this.workbook = workbook;
        this.access = access;
        this.texts = texts;
        this.worklist = worklist;
        this.workflow = workflow;
    }

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer stage, Model model) {
        model.addAttribute("board", boards.of(id, stage));
        return "board/board";
    }

    /** The part that changes, or 304 while nothing did: asked every two seconds by pages that are looked at. */
    @GetMapping("/live")
    @Nullable
    String live(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer stage,
            ServletWebRequest request,
            Model model) {
        String tag = boards.fingerprint(id) + "-" + LocaleContextHolder.getLocale() + "-" + stage;
        if (request.checkNotModified("W/\"" + tag + "\"")) {
            return null;
        }
        model.addAttribute("board", boards.of(id, stage));
        return "board/_board :: live";
    }

    /** @param parts the units to urge; none means every unit the stage waits for */
    @PostMapping("/urges")
    String urge(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer stage,
            @RequestParam(defaultValue = "") List<Long> parts,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash) {
        Post as = access.running(access.visible(id).unit()).orElseThrow(CampaignAccess::denied);
        List<String> refs = boards.of(id, stage).stuck().stream()
                .map(Stuck::us)
                .filter(us -> parts.isEmpty() || parts.contains(us))
                .map(String::valueOf)
                .toList();
        int urged = worklist.urge(refs, access.staff().id(), as);
        flash.addFlashAttribute("notice", texts.get("board.urged", urged, refs.size() - urged));
        if (back.equals("one-page")) {
            return "redirect:/campaigns/one-page";
        }
        return "redirect:/campaigns/" + id + "/board" + (stage == null ? "" : "?stage=" + stage);
    }

    @GetMapping("/diagram")
    String diagram(@PathVariable UUID id, Model model) {
        Seen campaign = access.visible(id);
        Map<String, Integer> waiting = queries.nodes(id);
        Optional<Course> part = boards.of(id, null).stuck().stream()
                .findFirst()
                .map(stuck -> workflow.course("campaign-unit", String.valueOf(stuck.us())));
        model.addAttribute("id", id);
        model.addAttribute("campaign", campaign.name());
        model.addAttribute(
                "courses",
                Stream.concat(Optional.ofNullable(workflow.course("campaign", id.toString())).stream(), part.stream())
                        .map(course -> course.counting(waiting))
                        .toList());
        return "board/diagram";
    }

    @GetMapping("/export")
    void export(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer stage,
            HttpServletResponse response)
            throws IOException {
        Board board = boards.of(id, stage);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(board.name() + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        workbook.write(board, response.getOutputStream());
    }
}
