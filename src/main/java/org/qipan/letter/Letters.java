package org.qipan.letter;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qipan.audit.Audit;
import org.qipan.complaint.IssuedPaper;
import org.qipan.complaint.IssuedPapers;
import org.qipan.directory.Directory;
import org.qipan.directory.Staff;
import org.qipan.letter.LetterFile.Format;
import org.qipan.paper.OfficialPaper;
import org.qipan.paper.PdfPapers;
import org.qipan.paper.WordPapers;
import org.springframework.stereotype.Service;

/** Makes the files. What the staff takes away is recorded and carries a mark of who took it. */
@Service
public class Letters {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final IssuedPapers papers;
    private final LetterText text;
    private final LetterWords words;
    private final PdfPapers pdf;
    private final WordPapers word;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Letters(
            IssuedPapers papers,
            LetterText text,
            LetterWords words,
            PdfPapers pdf,
            WordPapers word,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.papers = papers;
        this.text = text;
        this.words = words;
        this.pdf = pdf;
        this.word = word;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    List<IssuedPaper> of(UUID matter, Staff reader) {
        return papers.of(matter, reader).stream().filter(IssuedPaper::kept).toList();
    }

    /** @param proof the 送达回证 of the paper instead of the paper @throws NoSuchElementException if there is none for this person */
    LetterFile taken(UUID matter, long paper, boolean proof, Format format, Staff reader) {
        IssuedPaper issued = of(matter, reader).stream()
                .filter(one -> one.id() == paper)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("paper " + paper));
        audit.record(
                reader.actor(),
                proof ? "letter.audit.proof" : "letter.audit.paper",
                "complaint-paper",
                Long.toString(paper),
                Map.of("number", issued.number(), "format", format.ending()));
        String mark = mark(reader);
        OfficialPaper made = proof ? text.proof(issued, mark) : text.paper(issued, mark);
        return file((proof ? "proof-" : "paper-") + paper, format, made);
    }

    /** For the petitioner, who has opened his matter with his receipt and reads this paper there. Empty if there is none. */
    public Optional<LetterFile> own(String number, Format format) {
        return papers.numbered(number)
                .filter(paper -> paper.served() != null && paper.kept())
                .map(paper -> file("document", format, text.paper(paper, null)));
    }

    private LetterFile file(String name, Format format, OfficialPaper paper) {
        return new LetterFile(name, format, format == Format.WORD ? word.write(paper) : pdf.write(paper));
    }

    private String mark(Staff reader) {
        String posts = reader.posts().stream().map(directory::title).collect(Collectors.joining("、"));
        return words.of("letter.mark", reader.name(), posts, TIME.format(clock.instant()));
    }
}
