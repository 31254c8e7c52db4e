package org.qipan.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.worklist.Refused;
import org.springframework.dao.DataIntegrityViolationException;

class WorkRecordsTests {

    private final Desk desk = new Desk();

    @Test
    void everyVisitOfTheCatalogueIsAtTheDoorAndNothingElse() {
        assertThat(desk.catalogue.all())
                .filteredOn(kind -> desk.catalogue.atTheDoor(kind.key()))
                .extracting(ServiceKind::key)
                .contains("visit-rental", "visit-site", "notice")
                .doesNotContain("leaflet", "consultation", "lecture")
                .hasSize(8);
        desk.jdbc
                .sql("update service_kind set retired = true where key = 'visit-shop'")
                .update();
        assertThat(desk.catalogue.atTheDoor("visit-shop"))
                .as("a plan goes on with a kind that was retired")
                .isTrue();
    }

    @Test
    void countsARecordOnceHoweverOftenItIsSent() {
        Entry entry = Desk.entry(Town.WORKER, "visit-rental", "3");

        long first = desk.records.record(entry, Town.WORKER, Town.WORKER.posts().get(0));
        long second =
                desk.records.record(entry, Town.WORKER, Town.WORKER.posts().get(0));

        assertThat(second).isEqualTo(first);
        assertThat(total("visit-rental")).isEqualByComparingTo("3");
        assertThat(desk.events).containsExactly(new WorkRecorded(Town.XINLUN, "visit-rental", null));
    }

    @Test
    void refusesSomebodyElsesClientIdInsteadOfOverwriting() {
        Entry entry = Desk.entry(Town.WORKER, "leaflet", "10");
        desk.records.record(entry, Town.WORKER, Town.WORKER.posts().get(0));
        Entry stolen = new Entry(
                entry.clientId(),
                Town.MINPING,
                "leaflet",
                BigDecimal.ONE,
                null,
                entry.day(),
                null,
                null,
                null,
                Instant.EPOCH);

        assertThatThrownBy(() -> desk.records.record(
                        stolen, Town.NEIGHBOUR, Town.NEIGHBOUR.posts().get(0)))
                .isInstanceOf(Refused.class);
        assertThat(total("leaflet")).isEqualByComparingTo("10");
    }

    @Test
    void undoesWithinSecondsWithoutAReasonAndOnlyWithOneLater() {
        long id = desk.record(Town.WORKER, "leaflet", "40");
        desk.records.withdraw(id, null, Town.WORKER);
        desk.records.withdraw(id, null, Town.WORKER);
        assertThat(desk.records.totals(null, List.of("leaflet"), Town.TOWN)).isEmpty();

        long other = desk.record(Town.WORKER, "leaflet", "5");
        WorkRecords later = new WorkRecords(
                desk.table,
                desk.lists,
                desk.catalogue,
                desk.rules,
                desk.town,
                desk.events::add,
                Clock.offset(Town.CLOCK, Duration.ofMinutes(1)));
        assertThatThrownBy(() -> later.withdraw(other, " ", Town.WORKER)).isInstanceOf(Refused.class);
        later.withdraw(other, "重复", Town.WORKER);
        assertThat(desk.records.totals(null, List.of("leaflet"), Town.TOWN)).isEmpty();
    }

    @Test
    void letsOnlyTheAuthorWithdrawOrCorrect() {
        long id = desk.record(Town.WORKER, "leaflet", "40");

        assertThatThrownBy(() -> desk.records.withdraw(id, "不对", Town.OFFICER)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.correct(id, Town.NEIGHBOUR, "leaflet", "1", null))
                .isInstanceOf(Refused.class);
        assertThat(total("leaflet")).isEqualByComparingTo("40");
    }

    @Test
    void keepsTheOldVersionOfACorrection() {
        long id = desk.record(Town.WORKER, "visit-rental", "30");

        long corrected = desk.correct(id, Town.WORKER, "visit-rental", "3", null);

        assertThat(total("visit-rental")).isEqualByComparingTo("3");
        List<WorkRecord> versions = desk.table.versions(id);
        assertThat(versions).extracting(WorkRecord::id).containsExactly(corrected, id);
        assertThat(versions.get(1).quantity()).isEqualByComparingTo("30");
        assertThat(versions.get(1).counts()).isFalse();
        assertThat(versions.get(0).reason()).isEqualTo("数错了");
        assertThatThrownBy(() -> desk.correct(id, Town.WORKER, "visit-rental", "4", null))
                .as("a version that was replaced cannot be replaced again")
                .isInstanceOf(Refused.class);
    }

    @Test
    void keepsVillagesAwayFromCountsThatTouchReproductionOrNamedIllness() {
        for (ServiceKind kind : desk.catalogue.all()) {
            if (kind.aggregateOnly()) {
                assertThatThrownBy(() -> desk.record(Town.WORKER, kind.key(), "1"))
                        .as(kind.key())
                        .isInstanceOf(Refused.class);
                assertThatThrownBy(() -> desk.record(Town.OFFICER, kind.key(), "1"))
                        .as(kind.key())
                        .isInstanceOf(Refused.class);
                assertThat(desk.record(Town.NURSE, kind.key(), "12")).isPositive();
            }
        }
        assertThat(desk.catalogue.in(Town.WORKER.posts().get(0))).noneMatch(ServiceKind::aggregateOnly);
        assertThat(desk.catalogue.all().stream().filter(ServiceKind::aggregateOnly))
                .hasSize(4);
    }

    @Test
    void refusesPlaceAndNoteForSuchCountsEvenFromInstitutions() {
        Entry counted = Desk.entry(Town.NURSE, "two-cancer-screening", "12");
        Entry placed = new Entry(
                counted.clientId(),
                counted.unit(),
                counted.kind(),
                counted.quantity(),
                null,
                counted.day(),
                "3",
                null,
                null,
                counted.recordedAt());

        assertThatThrownBy(() -> desk.records.record(
                        placed, Town.NURSE, Town.NURSE.posts().get(0)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("service.refused.aggregate");
    }

    @Test
    void hasTheDatabaseRefuseThemTooWhateverTheCodeDoes() {
        String insert = """
                insert into work_record (client_id, unit, area, owner_area, kind, aggregate_only, quantity, day, grid, note,
                    recorded_at, received_at, recorded_by, post_role)
                values (gen_random_uuid(), '442000007201', 442000007201, 442000000000, 'maternal-record-guidance', :aggregate, 1, '2026-11-20',
                    :grid, :note, '2026-11-20', '2026-11-20', gen_random_uuid(), :role)
                """;
        record Row(boolean aggregate, String grid, String note, String role) {}
        for (Row row : List.of(
                new Row(true, "3", null, "service-provider"),
                new Row(true, null, "沙仔路", "service-provider"),
                new Row(true, null, null, "village-worker"),
                new Row(false, "3", "沙仔路", "village-worker"))) {
            assertThatThrownBy(() -> desk.jdbc
                            .sql(insert)
                            .param("aggregate", row.aggregate())
                            .param("grid", row.grid(), java.sql.Types.VARCHAR)
                            .param("note", row.note(), java.sql.Types.VARCHAR)
                            .param("role", row.role())
                            .update())
                    .as(row.toString())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void refusesWhatCannotBeTrue() {
        assertThat(fields("visit-rental", "1.5")).containsExactly("quantity");
        assertThat(fields("visit-rental", "-1")).containsExactly("quantity");
        assertThat(fields("nothing-known", "1")).containsExactly("kind");
        assertThat(fields("inflow", "1")).as("villages count no population").containsExactly("kind");
        assertThat(desk.record(Town.WORKER, "funds", "1158.94")).isPositive();
    }

    @Test
    void refusesForbiddenWordsInANoteAndOffersTheRest() {
        Entry plain = Desk.entry(Town.WORKER, "visit-rental", "1");
        Entry noted = new Entry(
                plain.clientId(),
                plain.unit(),
                plain.kind(),
                plain.quantity(),
                null,
                plain.day(),
                "2",
                "租户怀孕，已登记",
                null,
                plain.recordedAt());

        assertThatThrownBy(() -> desk.records.record(
                        noted, Town.WORKER, Town.WORKER.posts().get(0)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reasons().get(0).field()).isEqualTo("note");
                    assertThat(refused.reasons().get(0).arguments()).containsExactly("怀孕", "租户，已登记");
                });
    }

    @Test
    void letsAnOfficerEnterForAVillageButNeverOutsideHisTown() {
        Post post = Town.OFFICER.posts().get(0);
        Entry paper = Desk.entry(Town.OFFICER, "leaflet", "10");
        desk.records.record(at(paper, Town.YICANG), Town.OFFICER, post);

        assertThat(desk.records.totals(null, List.of("leaflet"), Town.YICANG)).containsKey(Town.YICANG);
        assertThatThrownBy(() -> desk.records.record(at(paper, Town.OTHER_TOWN), Town.OFFICER, post))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.records.record(
                        at(Desk.entry(Town.WORKER, "leaflet", "1"), Town.MINPING),
                        Town.WORKER,
                        Town.WORKER.posts().get(0)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.records.record(Desk.entry(Town.WORKER, "leaflet", "1"), Town.WORKER, post))
                .as("a post the person does not hold")
                .isInstanceOf(Refused.class);
    }

    @Test
    void showsARecordOnlyToThoseWhoseAreaItIs() {
        long id = desk.record(Town.WORKER, "visit-rental", "3");

        assertThat(seen(id, Town.WORKER)).isTrue();
        assertThat(seen(id, Town.HEAD)).isTrue();
        assertThat(seen(id, Town.OFFICER)).isTrue();
        assertThat(seen(id, Town.CITY_OFFICER)).isTrue();
        assertThat(seen(id, Town.NEIGHBOUR)).isFalse();
        assertThat(seen(id, Town.NURSE))
                .as("an institution sees its own records only")
                .isFalse();
    }

    @Test
    void tellsNobodyButTheAuthorTheClockTime() {
        desk.record(Town.WORKER, "visit-rental", "3");

        assertThat(desk.sheet.own(Town.WORKER).get(0).lines().get(0).time()).isEqualTo("10:00");
        assertThat(desk.sheet.own(Town.HEAD)).isEmpty();
        assertThat(WorkRecord.class.getRecordComponents())
                .noneMatch(part ->
                        part.getType().equals(Instant.class) || part.getName().contains("By"));
        assertThat(desk.jdbc
                        .sql("select column_name from information_schema.columns where table_name = 'work_record'")
                        .query(String.class)
                        .list())
                .doesNotContain("latitude", "longitude", "photo", "device");
    }

    @Test
    void offersTheSixKindsAPersonRecordsMost() {
        Post post = Town.WORKER.posts().get(0);
        assertThat(desk.catalogue.favourites(Town.WORKER.id(), post))
                .extracting(ServiceKind::key)
                .containsExactly("visit-rental", "consultation", "leaflet", "notice-board", "lecture", "data-update");

        desk.record(Town.WORKER, "banner", "2");

        assertThat(desk.catalogue.favourites(Town.WORKER.id(), post))
                .hasSize(6)
                .extracting(ServiceKind::key)
                .startsWith("banner");
    }

    @Test
    void addsUpForOneCampaignOrForAllWork() {
        UUID campaign = UUID.randomUUID();
        desk.record(Town.WORKER, "lecture", "1", campaign);
        desk.record(Town.WORKER, "lecture", "2");

        assertThat(desk.records
                        .totals(campaign, List.of("lecture"), Town.CITY)
                        .get(Town.XINLUN)
                        .get("lecture"))
                .isEqualByComparingTo("1");
        assertThat(total("lecture")).isEqualByComparingTo("3");
        assertThat(desk.records.records("lecture", Town.XINLUN, campaign, null, null))
                .hasSize(1);
    }

    private static Entry at(Entry e, String unit) {
        return new Entry(
                UUID.randomUUID(), unit, e.kind(), e.quantity(), null, e.day(), null, null, null, e.recordedAt());
    }

    private boolean seen(long id, Staff staff) {
        boolean found = desk.table.find(id, Reach.of(staff), staff.id()).isPresent();
        var filter = new RecordFilter(null, null, null, LocalDate.of(2026, 11, 1), null, null, null);
        assertThat(desk.lists.list(filter, Reach.of(staff), 10)).hasSize(found ? 1 : 0);
        return found;
    }

    private List<String> fields(String kind, String quantity) {
        try {
            desk.record(Town.WORKER, kind, quantity);
            return List.of();
        } catch (Refused refused) {
            return refused.reasons().stream().map(Refused.Reason::field).toList();
        }
    }

    @Test
    void whatIsDoneForPracticeIsShownThereAndPartOfNoOtherFigure() {
        UUID practice = UUID.randomUUID();
        desk.jdbc.sql("""
                        insert into case_file (id, kind, title, unit, area, owner_area, started_by, opened, practice)
                        values (?, 'campaign', '演练', ?, 442000007000, 442000000000, ?, '2026-10-01', true)""").params(practice, Town.TOWN, Town.OFFICER.id()).update();
        desk.record(Town.WORKER, "banner", "7", practice);
        desk.record(Town.WORKER, "banner", "2");
        assertThat(desk.records
                        .totals(practice, List.of("banner"), Town.TOWN)
                        .get(Town.XINLUN)
                        .get("banner"))
                .isEqualByComparingTo("7");
        assertThat(desk.records
                        .totals(null, List.of("banner"), Town.TOWN)
                        .get(Town.XINLUN)
                        .get("banner"))
                .isEqualByComparingTo("2");
        assertThat(desk.records.records("banner", Town.XINLUN, null, null, null))
                .hasSize(1);
        assertThat(desk.records.records("banner", Town.XINLUN, practice, null, null))
                .hasSize(1);
    }

    private BigDecimal total(String kind) {
        return desk.records.totals(null, List.of(kind), Town.TOWN).values().stream()
                .map(row -> row.get(kind))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
