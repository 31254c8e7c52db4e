package org.qipan.letter;

import java.util.List;
import java.util.UUID;
import org.qipan.complaint.IssuedPaper;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Directory;
import org.qipan.letter.LetterFile.Format;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The papers of a matter to take away. */
@Controller
@RequestMapping("/complaints/{id}/letters")
@PreAuthorize(
        "hasAnyRole('complaint-officer','village-worker','village-head','township-officer','township-leader','district-officer',"
                + "'district-leader','city-officer','city-leader','province-officer','province-leader','department-officer',"
                + "'service-provider')")
class LetterController {

    private final CurrentStaff current;
    private final Letters letters;
    private final Directory directory;

    LetterController(CurrentStaff current, Letters letters, Directory directory) {
        this.current = current;
        this.letters = letters;
        this.directory = directory;
    }

    /** A paper as listed. @param unit in whose name it was signed */
    record Row(IssuedPaper paper, String unit) {}

    @GetMapping
    String list(@PathVariable UUID id, Model model) {
        List<IssuedPaper> papers = letters.of(id, current.get());
        if (papers.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("matter", id);
        model.addAttribute("number", papers.get(0).matter());
        model.addAttribute("called", papers.get(0).title());
        model.addAttribute(
                "rows",
                papers.stream()
                        .map(paper -> new Row(paper, directory.name(paper.unit())))
                        .toList());
        model.addAttribute("formats", Format.values());
        return "letter/list";
    }

    @GetMapping("/{paper}.{ending:docx|pdf}")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable long paper, @PathVariable String ending) {
        return letters.taken(id, paper, false, Format.of(ending), current.get()).answer();
    }

    /** 送达回证. */
    @GetMapping("/{paper}/proof.{ending:docx|pdf}")
    ResponseEntity<byte[]> proof(@PathVariable UUID id, @PathVariable long paper, @PathVariable String ending) {
        return letters.taken(id, paper, true, Format.of(ending), current.get()).answer();
    }
}
