package org.qipan.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.qipan.TestDatabase;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.Staff;
import org.qipan.figure.MeasureSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module put together on a database of its own. */
public final class Desk {

    public final DataSource database = TestDatabase.fresh();
    public final JdbcClient jdbc = JdbcClient.create(database);
    public final Town town = new Town();
    public final ObjectMapper json = JsonMapper.builder().build();
    public final List<Object> events = new ArrayList<>();
    public final WorkRecords records;
    public final ServiceCatalogue catalogue = new ServiceCatalogue(jdbc);
    final RecordTable table = new RecordTable(jdbc);
    final RecordLists lists = new RecordLists(jdbc);
    final RecordTexts texts = new RecordTexts(Town.messages());
    final EntryRules rules;
    final RecordImports imports;
    final RecordSheet sheet;
    final Clock clock;

    public Desk() {
        this(Town.CLOCK);
    }

    Desk(Clock clock) {
        this.clock = clock;
        LocaleContextHolder.setLocale(Locale.CHINA);
        rules = new EntryRules(town, new Vocabulary(), clock);
        records = new WorkRecords(table, lists, catalogue, rules, town, events::add, clock);
        imports = new RecordImports(
                jdbc, new ImportReader(catalogue, rules, texts, clock), catalogue, town, events::add, json, clock);
        sheet = new RecordSheet(
                catalogue,
                lists,
                texts,
                town,
                new StaticListableBeanFactory().getBeanProvider(RunningCampaigns.class),
                clock);
    }

    public MeasureSource measures() {
        return new ServiceMeasures(catalogue, lists);
    }

    public static Entry entry(Staff staff, String kind, String quantity) {
        return new Entry(
                UUID.randomUUID(),
                staff.posts().get(0).unit(),
                kind,
                new BigDecimal(quantity),
                null,
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null,
                Town.CLOCK.instant());
    }

    public long record(Staff staff, String kind, String quantity) {
        return records.record(entry(staff, kind, quantity), staff, staff.posts().get(0));
    }

    public long record(Staff staff, String kind, String quantity, UUID campaign) {
        Entry e = entry(staff, kind, quantity);
        return records.record(
                new Entry(
                        e.clientId(),
                        e.unit(),
                        e.kind(),
                        e.quantity(),
                        null,
                        e.day(),
                        null,
                        null,
                        campaign,
                        e.recordedAt()),
                staff,
                staff.posts().get(0));
    }

    public long correct(long id, Staff staff, String kind, String quantity, UUID campaign) {
        Entry e = entry(staff, kind, quantity);
        return records.correct(
                id,
                new Entry(
                        e.clientId(),
                        e.unit(),
                        e.kind(),
                        e.quantity(),
                        null,
                        e.day(),
                        null,
                        null,
                        campaign,
                        e.recordedAt()),
                "数错了",
                staff,
                staff.posts().get(0));
    }
}
