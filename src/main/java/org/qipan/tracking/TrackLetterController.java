package org.qipan.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.qipan.complaint.Petitioner;
import org.qipan.letter.LetterFile;
import org.qipan.letter.Letters;
import org.qipan.page.PublicPage;
import org.qipan.progress.Tracked;
import org.qipan.tracking.TrackPages.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was served on the petitioner, for him to keep: the papers he reads on his page, and no others. */
@Controller
@PublicPage
class TrackLetterController {

    private final Petitioner petitioner;
    private final Letters letters;
    private final Opened opened;
    private final TrackPages pages;

    TrackLetterController(Petitioner petitioner, Letters letters, Opened opened, TrackPages pages) {
        this.petitioner = petitioner;
        this.letters = letters;
        this.opened = opened;
        this.pages = pages;
    }

    /** The same answer for a paper that was not served on him and for one that does not exist. */
    @PostMapping("/track/letters")
    Object save(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "pdf") String format,
            HttpServletRequest request) {
        Optional<UUID> matter = opened.of(request);
        if (matter.isEmpty()) {
            return pages.find("tracking.over", Typed.NOTHING, HttpStatus.OK);
        }
        Optional<LetterFile> file = Optional.of(number)
                .filter(asked -> served(petitioner.of(matter.get())).anyMatch(asked::equals))
                .flatMap(asked -> letters.own(asked, LetterFile.Format.of(format)));
        return file.isPresent()
                ? file.get().answer()
                : pages.show(matter.get(), Typed.NOTHING, Map.of(), HttpStatus.NOT_FOUND);
    }

    private static Stream<String> served(Tracked tracked) {
        return Stream.concat(
                tracked.letters().stream().map(Tracked.Letter::number),
                tracked.parts().stream().flatMap(TrackLetterController::served));
    }
}
