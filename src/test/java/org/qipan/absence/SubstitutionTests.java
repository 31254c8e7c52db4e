package org.qipan.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Colleagues;
import org.qipan.directory.Staff;
import org.qipan.directory.Substitution;
import org.qipan.directory.SubstitutionRefused;
import org.qipan.directory.Substitutions;

class SubstitutionTests {

    private final Town town = new Town();
    private final Substitutions substitutions = town.room.bean(Substitutions.class);
    private Staff leader;
    private Staff officer;
    private Staff second;
    private Staff worker;

    @BeforeEach
    void people() {
        leader = town.room.employ("分管领导", "township-leader@" + Town.TOWN);
        officer = town.room.employ("李四", "township-officer@" + Town.TOWN);
        second = town.room.employ("王五", "township-officer@" + Town.TOWN);
        worker = town.room.employ("赵六", "village-worker@" + Town.VILLAGE);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Substitution make(Staff absent, Staff substitute, LocalDate from, LocalDate to, String kind, Staff by) {
        return substitutions.make(new Substitution.Wanted(absent.id(), substitute.id(), from, to, kind, "年休"), by);
    }

    private void refused(String reason, Staff absent, Staff substitute, LocalDate from, LocalDate to, Staff by) {
        assertThatThrownBy(() -> make(absent, substitute, from, to, null, by))
                .isInstanceOfSatisfying(
                        SubstitutionRefused.class, e -> assertThat(e.key()).endsWith("." + reason));
    }

    @Test
    void daysAreInOrderInTheFutureAndAtMost92() {
        refused("order", officer, second, Town.TODAY, Town.TODAY.minusDays(1), officer);
        refused("past", officer, second, Town.TODAY.minusDays(1), Town.TODAY, officer);
        refused("long", officer, second, Town.TODAY, Town.TODAY.plusDays(92), officer);
        assertThat(make(officer, second, Town.TODAY, Town.TODAY.plusDays(91), null, officer)
                        .state(Town.TODAY))
                .isEqualTo("running");
    }

    @Test
    void aSecondForTheWholeDeskInTheSameDaysIsRefused() {
        make(officer, second, Town.TODAY, Town.TODAY.plusDays(5), null, officer);
        refused("overlap", officer, leader, Town.TODAY.plusDays(5), Town.TODAY.plusDays(9), officer);
        make(officer, leader, Town.TODAY.plusDays(6), Town.TODAY.plusDays(9), null, officer);
        make(officer, leader, Town.TODAY, Town.TODAY.plusDays(5), "campaign", officer);
    }

    @Test
    void oneThatWasEndedLeavesTheDaysFree() {
        Substitution first = make(officer, second, Town.TODAY, Town.TODAY.plusDays(5), null, officer);
        assertThat(substitutions.end(first.id(), officer)).isPresent();
        assertThat(substitutions.end(first.id(), officer)).isEmpty();
        make(officer, leader, Town.TODAY, Town.TODAY.plusDays(5), null, officer);
    }

    @Test
    void theSubstituteSitsInTheSameUnitOrAboveUnlessTheAbsentOneIsAlone() {
        Staff neighbour = town.room.employ("邻村", "village-worker@" + Town.OTHER);
        assertThat(fit(officer)).containsExactlyInAnyOrder("分管领导", "王五").doesNotContain("赵六");
        assertThat(fit(worker)).contains("李四", "王五", "邻村");
        Staff head = town.room.employ("村主任", "village-head@" + Town.VILLAGE);
        assertThat(fit(worker)).as("no longer alone").contains("村主任", "李四").doesNotContain("邻村");
        refused("substitute", worker, neighbour, Town.TODAY, Town.TODAY, worker);
        refused("substitute", head, head, Town.TODAY, Town.TODAY, head);
    }

    private java.util.List<String> fit(Staff absent) {
        return town.room.bean(Colleagues.class).fit(absent.id()).stream()
                .map(Colleagues.Named::name)
                .toList();
    }

    @Test
    void theThreeAdministratorsNeitherHaveNorAreSubstitutes() {
        for (String role : new String[] {"system-admin", "security-admin", "audit-admin"}) {
            Staff admin = town.room.employ(role, role + "@" + Town.TOWN);
            refused("admin", admin, officer, Town.TODAY, Town.TODAY, admin);
            refused("substitute", officer, admin, Town.TODAY, Town.TODAY, officer);
        }
    }

    @Test
    void whoLeftCannotStandIn() {
        town.room
                .jdbc
                .sql("update staff set enabled = false where id = ?")
                .param(second.id())
                .update();
        refused("substitute", officer, second, Town.TODAY, Town.TODAY, officer);
    }

    @Test
    void oneMakesItForHimselfOrForThoseHeAnswersFor() {
        refused("person", officer, second, Town.TODAY, Town.TODAY, second);
        refused("person", officer, second, Town.TODAY, Town.TODAY, worker);
        make(officer, second, Town.TODAY, Town.TODAY, null, leader);
        make(worker, officer, Town.TODAY, Town.TODAY, null, second);
        town.room.employ("村主任", "village-head@" + Town.OTHER);
        Staff there = town.room.employ("钱七", "village-worker@" + Town.OTHER);
        refused("person", there, officer, Town.TODAY, Town.TODAY, officer);
    }

    @Test
    void bothSeeAndEndItAndNobodyElse() {
        Substitution one = make(officer, second, Town.TODAY, Town.TODAY.plusDays(2), null, officer);
        assertThat(substitutions.find(one.id(), second)).isPresent();
        assertThat(substitutions.find(one.id(), leader)).isPresent();
        assertThat(substitutions.find(one.id(), worker)).isEmpty();
        assertThat(substitutions.end(one.id(), worker)).isEmpty();
        assertThat(substitutions.end(one.id(), second)).isPresent();
    }

    @Test
    void makingAndEndingAreInTheAudit() {
        Substitution one = make(officer, second, Town.TODAY, Town.TODAY, null, officer);
        substitutions.end(one.id(), second);
        assertThat(town.room
                        .jdbc
                        .sql("select action from audit where object_id = ? order by id")
                        .param(one.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("directory.audit.substitute", "directory.audit.substitute-end");
    }
}
