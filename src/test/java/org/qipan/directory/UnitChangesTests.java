package org.qipan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.audit.Actor;
import org.qipan.audit.TestAudit;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnitChangesTests {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private DataSource database;
    private Units units;
    private UnitChanges changes;
    private Directory directory;

    @BeforeEach
    void start() {
        database = TestUnits.database();
        JdbcClient jdbc = JdbcClient.create(database);
        units = new Units(jdbc, TestUnits.CLOCK);
        changes = new UnitChanges(jdbc, units, TestAudit.audit(jdbc, TestUnits.CLOCK), Actor::system);
        directory = TestUnits.directory(database);
    }

    @Test
    void aRenamedUnitHasItsOldNameBeforeTheDayAndItsNewNameFromIt() {
        changes.rename("442000007202", "民安村民委员会", JANUARY);
        assertThat(units.on("442000007202", JANUARY.minusDays(1)))
                .map(Unit::name)
                .contains("民平村");
        assertThat(units.on("442000007202", JANUARY)).map(Unit::name).contains("民安村");
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
        assertThat(units.successions("442000007205"))
                .singleElement()
                .extracting(Units.Succession::fromName, Units.Succession::kind)
                .containsExactly("新平四村", "merge");
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
        assertThatThrownBy(() -> changes.close("442000007000", JANUARY)).hasMessage("directory.change.refused.lower");
        assertThatThrownBy(() -> changes.merge("442000007202", "442000007000", JANUARY))
                .hasMessage("directory.change.refused.into");
        assertThatThrownBy(() -> changes.merge("442000007202", "442000007202", JANUARY))
                .hasMessage("directory.change.refused.into");
        assertThatThrownBy(() -> changes.rename("442000007202", "=1+1", JANUARY))
                .hasMessage("directory.import.fault.name.formula");
        assertThatThrownBy(() -> changes.rename("442000007202", "民安村民委员会", LocalDate.of(1999, 1, 1)))
                .hasMessage("directory.change.refused.date");
        changes.close("442000007202", JANUARY);
        assertThatThrownBy(() -> changes.close("442000007202", TODAY)).hasMessage("directory.change.refused.closed");
        assertThatThrownBy(() -> changes.merge("442000007203", "442000007202", TODAY))
                .hasMessage("directory.change.refused.into");
    }
}
