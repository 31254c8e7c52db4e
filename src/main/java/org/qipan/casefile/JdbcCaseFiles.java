package org.qipan.casefile;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Unit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Case files in SQL: written with every act, so without an object-relational detour. */
@Service
class JdbcCaseFiles implements CaseFiles {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final NumberSeries numbers;
    private final ActingTitles titles;
    private final MessageSource messages;
    private final CaseTexts texts;
    private final Sayings sayings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcCaseFiles(
            JdbcClient jdbc,
            Directory directory,
            NumberSeries numbers,
            ActingTitles titles,
            MessageSource messages,
            CaseTexts texts,
            Sayings sayings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.numbers = numbers;
        this.titles = titles;
        this.messages = messages;
        this.texts = texts;
        this.sayings = sayings;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID open(String kind, String title, String unit, UUID startedBy) {
        UUID id = TimeOrderedId.next(clock);
        open(id, kind, Said.typed(title), unit, startedBy);
        return id;
    }

    @Override
    @Transactional
    public void open(UUID id, String kind, Said title, String unit, @Nullable UUID startedBy) {
        Unit owner = directory.unit(unit);
        jdbc.sql("""
                        insert into case_file (id, kind, title, said, unit, area, owner_area, started_by, opened)
                        values (:id, :kind, :title, :said, :unit, :area, :owner, :by, :at)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("title", sayings.office(title))
                .param("said", sayings.kept(title))
                .param("unit", unit)
                .param("area", owner.area())
                .param("owner", directory.ownerArea(unit))
                .param("by", startedBy)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public Optional<CaseFile> find(UUID id) {
        return jdbc.sql("select * from case_file where id = :id")
                .param("id", id)
                .query(CaseRows::file)
                .optional();
    }

    @Override
    public CaseFile get(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("case " + id));
    }

    @Override
    @Transactional
    public void retitle(UUID id, Said title) {
        String text = sayings.office(title);
        Optional<String> number = jdbc.sql(
                        "update case_file set title = :title, said = :said where id = :id returning number")
                .param("title", text)
                .param("said", sayings.kept(title))
                .param("id", id)
                .query((row, n) -> Optional.ofNullable(row.getString("number")))
                .single();
        events.publishEvent(new CaseNamed(id, number.orElse(null), text));
    }

    @Override
    @Transactional
    public void practise(UUID id) {
        jdbc.sql("update case_file set practice = true where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    @Transactional
    public String number(UUID id, String series) {
        // The case is locked before the series: a second click waits here and then reads the number the first one took.
        CaseFile file = jdbc.sql("select * from case_file where id = :id for update")
                .param("id", id)
                .query(CaseRows::file)
                .single();
        if (file.number() != null) {
            return file.number();
        }
        String number = paperNumber(series, file.unit());
        jdbc.sql("update case_file set number = :number where id = :id")
                .param("number", number)
                .param("id", id)
                .update();
        events.publishEvent(new CaseNamed(id, number, file.title()));
        return number;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String paperNumber(String series, String unit) {
        int year = OffsetDateTime.now(clock).getYear();
        int next = numbers.next(series, unit, year);
        String name = directory.unit(unit).name().replaceFirst("(?<=.{2})(镇|街道|区|县|市|省)$", "");
        return Objects.requireNonNull(messages.getMessage(
                "casefile.number." + series,
                new Object[] {name, String.valueOf(year), String.valueOf(next)},
                "{0}〔{1}〕{2}号",
                Locale.SIMPLIFIED_CHINESE));
    }

    @Override
    @Transactional
    public void close(UUID id) {
        jdbc.sql("update case_file set closed = :at where id = :id and closed is null")
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            UUID id,
            String act,
            @Nullable UUID by,
            @Nullable Post post,
            @Nullable String remark,
            Map<String, ?> facts) {
        jdbc.sql("""
                        insert into case_event (at, case_id, act, by, acting_for, role, unit, remark, facts)
                        values (:at, :case, :act, cast(:by as uuid), acted_for(cast(:by as uuid), :role, :unit, :case, :day, null),
                            :role, :unit, :remark, cast(:facts as json))
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("case", id)
                .param("act", act)
                .param("by", by)
                .param("role", post == null ? null : post.role())
                .param("unit", post == null ? null : post.unit())
                .param("remark", texts.keepAny(id, remark), Types.VARCHAR)
                .param("facts", sayings.kept(facts))
                .param("day", LocalDate.now(clock))
                .update();
    }

    @Override
    public List<CaseEvent> timeline(UUID id) {
        List<CaseEvent> events = jdbc.sql(CaseRows.TIMELINE)
                .param("case", id)
                .query((row, n) -> CaseRows.event(row, titles, sayings))
                .list();
        return texts.opened(id, events);
    }
}
