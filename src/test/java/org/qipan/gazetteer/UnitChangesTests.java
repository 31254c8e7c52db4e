package org.qipan.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.audit.Actor;
import org.qipan.audit.TestAudit;
import org.qipan.directory.Directory;
import org.qipan.directory.TestUnits;
import org.qipan.directory.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnitChangesTests {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private DataSource database;
    private UnitChanges changes;
    private Directory directory;

    @BeforeEach
    void start() {
        database = TestUnits.database();
        JdbcClient jdbc = JdbcClient.create(database);
        directory = TestUnits.directory(database);
        changes = new UnitChanges(jdbc, directory, TestAudit.audit(jdbc, TestUnits.CLOCK), Actor::system);
    }

    @Test
    void aRenamedUnitHasItsOldNameBeforeTheDayAndItsNewNameFromIt() {
        changes.rename("442000007202", "民安村民委员会", JANUARY);
        assertThat(TestUnits.name(database, "442000007202", JANUARY.minusDays(1)))
                .isEqualTo("民平村");
        assertThat(TestUnits.name(database, "442000007202", JANUARY)).isEqualTo("民安村");
        assertThat(directory.search("mac", "442000007000", 5))
                .extracting(Unit::name)
                .contains("民安村");
    }

    @Test
    void aNameThatBeginsLaterIsNotShownYet() {
        changes.rename("442000007202", "民安村民委员会", TODAY.plusDays(30));
        assertThat(directory.unit("442000007202").name()).isEqualTo("民平村");
    }

    @Test
    void aMergedUnitEndsOnTheDayAndItsHeirIsNamed() {
        changes.merge("442000007206", "442000007205", JANUARY);
        assertThat(directory.lower("442000007000")).hasSize(18);
        assertThat(directory.unit("442000007206").validTo()).isEqualTo(JANUARY);
        assertThat(JdbcClient.create(database)
                        .sql("select from_unit, kind from unit_succession where to_unit = '442000007205'")
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("from_unit", "442000007206", "kind", "merge"));
    }

    @Test
    void aSisterLeftAloneLosesTheDigitsOfItsName() {
        changes.merge("442000007003", "442000007213", TODAY);
        assertThat(directory.unit("442000007213").name()).isEqualTo("浪网村");
    }

    @Test
    void writesWhatWasDoneIntoTheAudit() {
        changes.close("442000007217", JANUARY);
        assertThat(JdbcClient.create(database)
                        .sql("select action, object_id from audit")
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("action", "directory.audit.close", "object_id", "442000007217"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> changes.close("442000007000", JANUARY)).hasMessage("gazetteer.change.refused.lower");
        assertThatThrownBy(() -> changes.merge("442000007202", "442000007000", JANUARY))
                .hasMessage("gazetteer.change.refused.into");
        assertThatThrownBy(() -> changes.merge("442000007202", "442000007202", JANUARY))
                .hasMessage("gazetteer.change.refused.into");
        assertThatThrownBy(() -> changes.rename("442000007202", "=1+1", JANUARY))
                .hasMessage("gazetteer.import.fault.name.formula");
        assertThatThrownBy(() -> changes.rename("442000007202", "民安村民委员会", LocalDate.of(1999, 1, 1)))
                .hasMessage("gazetteer.change.refused.date");
        changes.close("442000007202", JANUARY);
        assertThatThrownBy(() -> changes.close("442000007202", TODAY)).hasMessage("gazetteer.change.refused.closed");
        assertThatThrownBy(() -> changes.merge("442000007203", "442000007202", TODAY))
                .hasMessage("gazetteer.change.refused.into");
    }
}
