package org.qipan.complaint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.qipan.campaign.DemoActs;
import org.qipan.campaign.DemoStory;
import org.qipan.filing.Channel;
import org.qipan.filing.Filing;
import org.qipan.filing.Mode;
import org.qipan.subject.Subjects;

/** The ordinary matters of a year, one a line of {@code demo/matters.tsv}, each as far on its course as the line says. */
public class DemoYear {

    private static final String TOWN = "442000007000";
    private static final List<String> STATES = List.of("signing", "serving", "carrying", "checking", "closed");

    private final DemoComplaints complaints;
    private final DemoActs acts;
    private final Petitioner petitioner;
    private final Subjects subjects;

    DemoYear(DemoComplaints complaints, DemoActs acts, Petitioner petitioner, Subjects subjects) {
        this.complaints = complaints;
        this.acts = acts;
        this.petitioner = petitioner;
        this.subjects = subjects;
    }

    /** @param today the day on which the demo is looked at */
    public void in(DemoStory story, LocalDate today) {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/demo/matters.tsv"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines =
                    text.lines().filter(line -> !line.startsWith("#")).toList();
            for (int no = 0; no < lines.size(); no++) {
                Line line = Line.of(lines.get(no).split("\t", -1));
                new Course(line, no, today.minusDays(line.ago())).tell(story);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(
            int ago,
            Channel channel,
            Mode mode,
            int people,
            String place,
            String subject,
            String kind,
            String route,
            String lead,
            String[] end,
            String title,
            String words,
            String digest,
            String answer) {

        static Line of(String... field) {
            return new Line(
                    Integer.parseInt(field[0]),
                    Channel.of(field[1]),
                    field[2].equals("N") ? Mode.NAMED : Mode.CONFIDENTIAL,
                    Integer.parseInt(field[3]),
                    "442000007" + field[4],
                    field[5],
                    field[6],
                    field[7],
                    lead(field[8]),
                    field[9].split(":"),
                    field[10],
                    field[11],
                    field[12],
                    field[13]);
        }

        private static String lead(String text) {
            if (text.isEmpty() || text.equals("town")) {
                return text.isEmpty() ? "" : TOWN;
            }
            return text.startsWith("-") ? TOWN + text : "442000007" + text;
        }

        boolean late() {
            return end[0].startsWith("late-");
        }

        String state() {
            return end[0].replace("late-", "");
        }

        boolean reaches(String state) {
            return STATES.indexOf(state()) >= STATES.indexOf(state);
        }

        String how() {
            return channel == Channel.WEB ? "electronic" : "handed";
        }

        /** Days from registration to sorting, and from sorting to the opinion. */
        int sorting() {
            return route.equals("petition") ? 5 : 2;
        }

        int work() {
            return switch (route) {
                case "petition" -> late() ? 67 : 22;
                case "simple" -> 5;
                default -> late() ? 28 : 14;
            };
        }
    }

    /** One matter. */
    private final class Course {

        private final Line line;
        private final int no;
        private final LocalDate received;
        private UUID id = new UUID(0, 0);

        Course(Line line, int no, LocalDate received) {
            this.line = line;
            this.no = no;
            this.received = received;
        }

        void tell(DemoStory story) {
            story.at(received, 9, () -> id = complaints.filed(filing(), officers() ? acts.officer(TOWN) : null));
            if (line.state().equals("received")) {
                return;
            }
            LocalDate sorted = received.plusDays(line.sorting());
            story.at(sorted, 10, this::sort);
            if (line.state().equals("told")) {
                story.at(sorted.plusDays(1), 15, () -> serve(sorted.plusDays(1)));
            } else {
                story.at(sorted.plusDays(1), 11, () -> complaints.notice(id, acts.officer(TOWN)));
                answer(story, sorted.plusDays(line.work()));
            }
        }

        private void answer(DemoStory story, LocalDate day) {
            if (line.reaches("signing")) {
                story.at(day, 15, this::handle);
            }
            if (line.reaches("serving")) {
                story.at(day.plusDays(2), 10, () -> acts.does(id, ComplaintProcess.SIGN, "decision", "signed"));
            }
            if (line.reaches("carrying")) {
                story.at(day.plusDays(3), 10, () -> serve(day.plusDays(3)));
            }
            boolean granted = line.end().length > 1 && line.end()[1].equals("support");
            if (granted && line.reaches("checking")) {
                story.at(
                        day.plusDays(9),
                        16,
                        () -> acts.does(id, ComplaintProcess.CARRY, "carried", "已按处理意见办理，材料已存入承办记录。"));
            }
            if (granted && line.reaches("closed")) {
                story.at(day.plusDays(11), 10, () -> acts.does(id, ComplaintProcess.CHECK, "decision", "done"));
            }
            if (line.end().length > 2) {
                story.at(day.plusDays(granted ? 14 : 6), 20, this::rate);
            }
        }

        private void rate() {
            int grade = Integer.parseInt(line.end()[2]);
            petitioner.rate(id, grade, grade < 3 ? Set.of("unsolved") : Set.of(), null);
        }

        private boolean officers() {
            return line.channel() != Channel.WEB && line.channel() != Channel.HOTLINE;
        }

        private Filing filing() {
            boolean outside = line.channel() == Channel.HOTLINE || line.channel() == Channel.NATIONAL;
            return new Filing(
                    line.channel(),
                    line.mode(),
                    line.words(),
                    line.place(),
                    null,
                    null,
                    List.of(),
                    null,
                    complaints.contact(no),
                    line.channel() == Channel.WEB,
                    List.of(),
                    null,
                    outside ? "ZS-" + received + "-" + no : null,
                    line.people());
        }

        private void sort() {
            boolean led = !line.lead().isEmpty();
            String[] typed = {
                "kind", line.kind(),
                "route", line.route(),
                "subject",
                        String.valueOf(
                                subjects.current(line.subject()).orElseThrow().id()),
                "title", line.title(),
                "digest", line.digest(),
                "reason", led ? "" : line.answer(),
                "lead", line.lead()
            };
            acts.sorts(id, led ? typed : Arrays.copyOf(typed, typed.length - 2));
        }

        private void handle() {
            String verdict = line.end()[1];
            String found = switch (verdict) {
                case "support" -> "属实。";
                case "explain" -> "部分属实。";
                default -> "与现有材料不符。";
            };
            acts.does(
                    id,
                    ComplaintProcess.HANDLE,
                    "decision",
                    "opinion",
                    "verdict",
                    verdict,
                    "facts",
                    "经到场了解、查阅材料并听取双方意见，所反映情况" + found,
                    "opinion",
                    line.answer(),
                    "basis",
                    subjects.current(line.subject()).orElseThrow().basis());
        }

        private void serve(LocalDate on) {
            String how = line.how();
            acts.does(
                    id,
                    ComplaintProcess.SERVE,
                    "how",
                    how,
                    "servedOn",
                    on.toString(),
                    "proof",
                    how.equals("handed") ? "本人签收" : "");
        }
    }
}
