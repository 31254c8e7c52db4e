package org.qipan.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.qipan.Bench;
import org.qipan.Figures;
import org.qipan.TestDatabase;
import org.qipan.campaign.CampaignPages;
import org.qipan.campaign.Neighbours;
import org.qipan.campaign.Town;
import org.qipan.casefile.Vocabulary;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.TestUnits;
import org.qipan.gazetteer.TestGazetteer;
import org.qipan.plan.Measures;
import org.qipan.service.WorkRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.jdbc.Sql;

/** A city's campaign with 300 villages and ten tasks, five of them counted from 45,000 work records. */
@Bench
@Tag("board")
@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=none")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(classes = {BoardWorld.class, BoardBench.RealCounts.class})
@Import(TestDatabase.Connection.class)
class BoardBench {

    private static final UUID CAMPAIGN = UUID.fromString("01900000-0000-7000-8000-000000000300");
    private static final int RUNS = 20;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Boards boards;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private CampaignPages pages;

    @Test
    @Sql("/bench/board.sql")
    void threeHundredVillages() {
        pages.open();
        neighbours.staff = Town.staff(8, new Post("city-officer", Town.CITY));
        Board board = boards.of(CAMPAIGN, null);
        assertThat(board.rows()).hasSize(300).allMatch(row -> row.cells().size() == 10);
        String url = "/campaigns/" + CAMPAIGN + "/board";
        measure("rows, sums, what is stuck", () -> boards.of(CAMPAIGN, null));
        measure("whole page in HTML", () -> pages.page(url));
        measure("\"has anything changed?\", asked every 2 s", () -> boards.fingerprint(CAMPAIGN));
    }

    private static void measure(String what, Figures.Work work) {
        Figures.add("board, 300 villages × 10 tasks: " + what, Figures.often(RUNS, work), "");
    }

    /** The real directory and the real records in place of the stand-ins. */
    @TestConfiguration(proxyBeanMethods = false)
    @Import(Vocabulary.class)
    @ComponentScan(
            basePackages = "org.qipan.service",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    "org\\.qipan\\.service\\.(WorkRecords|RecordTable|RecordLists|ServiceCatalogue|EntryRules)"))
    static class RealCounts {

        @Bean
        @Primary
        Directory units(DataSource database) {
            TestGazetteer.load(database);
            return TestUnits.directory(database);
        }

        @Bean
        @Primary
        Measures recorded(WorkRecords records) {
            return new Measures() {
                @Override
                public List<Measure> all() {
                    return List.of();
                }

                @Override
                public boolean atTheDoor(String measure) {
                    return false;
                }

                @Override
                public Map<String, Map<String, BigDecimal>> totals(
                        UUID campaign, Collection<String> measures, String within, LocalDate from, LocalDate to) {
                    return records.totals(campaign, measures, within, from, to);
                }
            };
        }
    }
}
