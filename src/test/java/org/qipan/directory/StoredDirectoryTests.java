package org.qipan.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredDirectoryTests {

    private static final String MINZHONG = "442000007000";
    private static DataSource database;
    private static Directory directory;

    @BeforeAll
    static void load() {
        database = TestUnits.database();
        directory = TestUnits.directory(database);
    }

    @Test
    void aTokenWithoutANameDoesNotTakeAwayTheOneThatIsKnown() {
        Post post = new Post("township-officer", MINZHONG);
        Staff known = TestUnits.person(database, "民众街道经办人员", post);
        Staff signedIn =
                TestUnits.staffing(JdbcClient.create(database), event -> {}).refresh(known.id(), "", "", List.of(post));
        assertThat(signedIn).isEqualTo(known);
    }

    @Test
    void aTownOfZhongshanStandsDirectlyUnderThePrefecture() {
        assertThat(directory.upper(MINZHONG)).map(Unit::name).contains("中山市");
        assertThat(directory.upper(MINZHONG)).map(Unit::kind).contains(UnitKind.PREFECTURE);
    }

    @Test
    void aVillageOfTonganStandsUnderItsTownAndTheTownUnderTheDistrict() {
        Unit town = directory
                .upper("350212109200")
                .or(() -> directory.upper("350212001002"))
                .orElseThrow();
        assertThat(town.kind()).isEqualTo(UnitKind.TOWNSHIP);
        assertThat(directory.upper(town.code())).map(Unit::name).contains("同安区");
        assertThat(directory.upper("350000000000")).isEmpty();
    }

    @Test
    void theNineteenVillagesOfMinzhongAreBelowItAndItsDepartmentsBeside() {
        assertThat(directory.lower(MINZHONG)).hasSize(19).allMatch(unit -> unit.kind() == UnitKind.VILLAGE);
        assertThat(directory.departments(MINZHONG))
                .hasSize(11)
                .extracting(Unit::code)
                .contains(MINZHONG + "-03");
    }

    @ParameterizedTest
    @CsvSource({
        "442000007000, 442000007000, true",
        "442000000000, 442000007201, true",
        "440000000000, 442000007000-03, true",
        "442000007000, 442000007000-03, true",
        "442000007000-03, 442000007000, false",
        "442000007000-03, 442000007000-04, false",
        "442000007201, 442000007000, false",
        "350212000000, 442000007000, false",
    })
    void coversItselfAndWhatLiesBelow(String upper, String unit, boolean covers) {
        assertThat(directory.covers(upper, unit)).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        "442000007201, 442000000000",
        "442000007000-03, 442000000000",
        "350212001002, 350212000000",
        "350200000000, 350200000000",
        "440000000000, 440000000000",
    })
    void theCountyOwnsDataAndThePrefectureWhereThereIsNone(String unit, long owner) {
        assertThat(directory.ownerArea(unit)).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl", "XL", "xinlun", "新伦", "新伦村民", "442000007201", "44200000720"})
    void findsAVillageByWhatPeopleType(String typed) {
        assertThat(directory.search(typed, MINZHONG, 20)).extracting(Unit::name).contains("新伦村");
    }

    @Test
    void searchesTheWholeCountryWhenNoAreaIsGiven() {
        assertThat(directory.search("同安区", "", 5))
                .first()
                .extracting(Unit::code)
                .isEqualTo("350212000000");
    }

    @Test
    void staysWithinTheAreaItWasGiven() {
        assertThat(directory.search("x", "350212000000", 50))
                .isNotEmpty()
                .allMatch(unit -> unit.code().startsWith("350212"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "' or 1=1 --", "", "   "})
    void takesSignsOfThePatternLanguageAsText(String typed) {
        assertThat(directory.search(typed, MINZHONG, 20)).isEmpty();
    }

    @Test
    void tellsTwoSistersApartByTheLastDigitsOfTheirCodes() {
        assertThat(directory.search("lw", MINZHONG, 20))
                .extracting(Unit::name)
                .containsExactlyInAnyOrder("浪网社区 003", "浪网村 213");
    }

    @Test
    void aPostWithoutPeopleHasNoHolders() {
        assertThat(directory.holders(new Post("village-head", "442000007202"))).isEmpty();
    }

    @Test
    void namesThePostInTheReadersLanguage() {
        Post post = new Post("village-worker", "442000007201");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(directory.title(post)).isEqualTo("新伦村 · 村（社区）工作人员");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(directory.title(post)).isEqualTo("新伦村 · village worker");
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "VILLAGE, WORKER, village-worker",
        "TOWNSHIP, REVIEWER, township-officer",
        "PREFECTURE, REVIEWER, city-officer",
        "TOWNSHIP, HEAD, township-leader",
        "COUNTY, WORKER, district-officer",
        "PREFECTURE, HEAD, city-leader",
        "PROVINCE, HEAD, province-leader",
        "INSTITUTION, WORKER, department-officer",
    })
    void knowsWhichRoleDoesADuty(UnitKind kind, Duty duty, String role) {
        assertThat(directory.role(kind, duty)).contains(role);
    }

    @Test
    void everyRoleOfTheTableAndOfTheCodeIsOneOfTheRealm() throws Exception {
        Path file = Path.of("keycloak/qipan-realm.json");
        Assumptions.assumeTrue(Files.exists(file));
        Set<String> realm = new HashSet<>();
        for (JsonNode role : new ObjectMapper().readTree(file.toFile()).at("/roles/realm")) {
            realm.add(role.get("name").asText());
        }
        List<String> duties = JdbcClient.create(database)
                .sql("select role from duty_role")
                .query(String.class)
                .list();
        assertThat(realm).containsAll(duties).containsAll(Roles.ALL);
    }
}
