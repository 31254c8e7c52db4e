package org.qipan.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qipan.complaint.IssuedPaper;
import org.qipan.directory.Directory;
import org.qipan.paper.OfficialPaper;
import org.qipan.paper.OfficialPaper.Line;
import org.qipan.paper.OfficialPaper.Row;
import org.springframework.stereotype.Component;

/**
 * What stands on each kind of paper (信访工作条例 arts. 23, 31 (6), 32, 35, 36). The petitioner is addressed by the number of his matter: his
 * name is in the vault, and a paper that is printed, copied or lost must not tell it.
 */
@Component
class LetterText {

    private static final String SEAL = "letter.seal";

    private final LetterWords words;
    private final CheckCodes codes;
    private final Directory directory;

    LetterText(LetterWords words, CheckCodes codes, Directory directory) {
        this.words = words;
        this.codes = codes;
        this.directory = directory;
    }

    /** @param mark whose copy it is, null for the petitioner's own: nothing on it is to lead back to him */
    OfficialPaper paper(IssuedPaper paper, @Nullable String mark) {
        return new OfficialPaper(
                directory.name(paper.unit()),
                paper.number(),
                words.of("complaint.paper." + paper.kind()),
                words.of("letter.to", addressee(paper)),
                body(paper),
                List.of(),
                List.of(),
                words.day(paper.signed()),
                words.of(SEAL),
                Stream.of(words.of("letter.check", paper.number(), codes.of(paper)), mark == null ? "" : mark)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /** 送达回证: filled in as far as the service is known, else to be filled in by hand. */
    OfficialPaper proof(IssuedPaper paper, String mark) {
        String how = paper.how();
        List<Row> rows = List.of(
                new Row(words.of("letter.proof.to"), addressee(paper)),
                new Row(words.of("letter.proof.paper"), words.of("complaint.paper." + paper.kind())),
                new Row(words.of("letter.proof.number"), paper.number()),
                new Row(words.of("letter.proof.how"), how == null ? "" : words.of("complaint.how." + how)),
                new Row(words.of("letter.proof.place"), ""),
                new Row(words.of("letter.proof.day"), words.day(paper.served())),
                new Row(
                        words.of("letter.proof.receiver"),
                        "electronic".equals(how) ? words.of("letter.proof.electronic") : ""),
                new Row(words.of("letter.proof.other"), ""),
                new Row(words.of("letter.proof.server"), ""),
                new Row(words.of("letter.proof.remark"), paper.proof() == null ? "" : paper.proof()));
        return new OfficialPaper(
                directory.name(paper.unit()),
                null,
                words.of("letter.proof"),
                null,
                List.of(),
                rows,
                List.of(words.of("letter.proof.hint")),
                null,
                words.of(SEAL),
                List.of(mark));
    }

    private String addressee(IssuedPaper paper) {
        String matter = paper.matter();
        return matter == null ? words.of("letter.petitioner") : words.of("letter.petitioner.of", matter);
    }

    private List<Line> body(IssuedPaper paper) {
        String kind = paper.kind().equals("opinion") && !paper.petition() ? "answer" : paper.kind();
        List<Line> lines = new ArrayList<>(
                OfficialPaper.lines(words.of("letter." + kind + ".begin", words.day(paper.received()), paper.title())));
        List<String[]> parts = Stream.of(
                        new String[] {"request", kind.equals("opinion") ? paper.request() : null},
                        new String[] {"facts", paper.facts()},
                        new String[] {"text", paper.text()},
                        new String[] {"basis", paper.basis()})
                .filter(part -> part[1] != null && !part[1].isBlank())
                .toList();
        int number = 0;
        for (String[] part : parts) {
            if (parts.size() > 1) {
                number++;
                String name = words.maybe("letter." + kind + "." + part[0]);
                String heading = name.isEmpty() ? words.of("letter.part." + part[0]) : name;
                lines.add(new Line(words.of("letter.part", words.of("letter.ordinal." + number), heading), true));
            }
            lines.addAll(OfficialPaper.lines(part[1]));
        }
        lines.addAll(OfficialPaper.lines(words.maybe("letter." + kind + (paper.last() ? ".last" : ".end"))));
        return List.copyOf(lines);
    }
}
