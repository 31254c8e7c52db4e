package org.qipan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.service.Town;
import org.qipan.worklist.CopyRead;
import org.qipan.worklist.Refused;

class PackagesTests {

    private final Office office = new Office();
    private final Packages packages = office.packages;

    @Test
    void draftsTheSummaryFromTheRecords() {
        office.desk.record(Town.WORKER, "visit-rental", "3", Office.CAMPAIGN);
        office.desk.record(Town.WORKER, "leaflet", "40", Office.CAMPAIGN);
        UUID id = packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.WORKER);

        String text = packages.read(id, Town.WORKER).item("summary").content();
        assertThat(text).contains("新伦村", "走访出租屋3间", "宣传资料40份").doesNotContain("横幅", "讲座");
        assertThat(packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.HEAD))
                .as("one package a unit")
                .isEqualTo(id);
    }

    @Test
    void unlocksOnlyTheItemThatWasReturned() {
        UUID id = submitted();
        String receipt = packages.receive(id, Town.OFFICER);
        assertThat(receipt).contains("民众街道〔2026〕收1号");

        packages.giveBack(id, Map.of("form-b", "健康档案数与记录不符"), Town.OFFICER);

        ReportPackage returned = packages.read(id, Town.WORKER);
        assertThat(returned.items.values())
                .filteredOn(PackageItem::editable)
                .extracting(PackageItem::key)
                .containsExactly("form-b");
        assertThatThrownBy(() -> packages.write(id, "summary", null, "改一改", false, true, Town.WORKER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("report.refused.locked");
        Long lockedForm = returned.item("form-a").snapshot();
        Long returnedForm = returned.item("form-b").snapshot();

        office.desk.record(Town.WORKER, "health-record", "2", Office.CAMPAIGN);
        office.desk.record(Town.WORKER, "visit-rental", "9", Office.CAMPAIGN);
        packages.submit(id, Town.WORKER);

        ReportPackage again = packages.read(id, Town.WORKER);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.item("form-a").snapshot())
                .as("what was not returned stays as it was")
                .isEqualTo(lockedForm);
        assertThat(again.item("form-b").snapshot()).isNotEqualTo(returnedForm);
        assertThat(office.desk
                        .jdbc
                        .sql("select count(*) from report_package_submission where package = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(packages.receive(id, Town.OFFICER))
                .as("one number for all rounds")
                .isEqualTo(receipt);
        packages.accept(id, Town.OFFICER);
        assertThat(packages.read(id, Town.WORKER).items.values())
                .allMatch(item -> item.state() == PackageItem.State.ACCEPTED);
        assertThat(packages.states(Office.CAMPAIGN, Town.TOWN)).containsEntry(Town.XINLUN, "ACCEPTED");
    }

    @Test
    void refusesAModelCaseWithoutConsentOrASecondReader() {
        UUID id = packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.WORKER);
        confirm(id);
        packages.write(id, "case-1", "一站办好居住证", "帮助一位新市民办好居住证。", false, false, Town.WORKER);
        assertThat(missing(id)).containsExactly("case-1");

        packages.write(id, "case-1", "一站办好居住证", "帮助一位新市民办好居住证。", true, false, Town.WORKER);
        assertThat(missing(id)).containsExactly("case-1");
        assertThatThrownBy(() -> packages.secondRead(id, "case-1", Town.WORKER))
                .as("the writer is not the second reader")
                .isInstanceOf(Refused.class);

        packages.secondRead(id, "case-1", Town.HEAD);
        packages.write(id, "case-1", "一站办好居住证", "又改了几个字。", true, false, Town.WORKER);
        assertThat(missing(id)).as("a changed case is read again").containsExactly("case-1");
        packages.secondRead(id, "case-1", Town.HEAD);
        assertThat(missing(id)).isEmpty();
    }

    @Test
    void letsOnlyTheRightPostsAct() {
        UUID id = submitted();
        assertThatThrownBy(() -> packages.receive(id, Town.WORKER)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> packages.receive(id, Town.CITY_OFFICER)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> packages.accept(id, Town.OFFICER))
                .as("not before it is signed for")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> packages.read(id, Town.NEIGHBOUR)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.NEIGHBOUR))
                .isInstanceOf(Refused.class);
        packages.receive(id, Town.OFFICER);
        assertThatThrownBy(() -> packages.giveBack(id, Map.of("summary", " "), Town.OFFICER))
                .as("a return says why")
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesForbiddenWordsAtEveryEntry() {
        UUID id = packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.WORKER);
        UUID draft = office.circulars.compose(Office.CAMPAIGN, Town.TOWN, Town.OFFICER);
        List<Runnable> entries = List.of(
                () -> packages.write(id, "case-1", "双 查先进村", "x", true, true, Town.WORKER),
                () -> packages.write(id, "case-1", "好", "落实四術", true, true, Town.WORKER),
                () -> packages.write(id, "summary", null, "统计育龄妇女", true, true, Town.WORKER),
                () -> office.circulars.edit(draft, 0, "各村排 名通报", "x", Town.OFFICER),
                () -> office.circulars.edit(draft, 0, "通报", "征收社会抚养费", Town.OFFICER),
                () -> office.sets.save(Town.OFFICER.id(), "清\u200b查表", List.of("leaflet")));
        for (Runnable entry : entries) {
            assertThatThrownBy(entry::run).isInstanceOf(Refused.class).hasMessageContaining("vocabulary.");
        }
    }

    @Test
    void noticesThatSomebodyElseSavedFirst() {
        UUID id = packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.WORKER);
        ReportPackage stale = packages.read(id, Town.WORKER);
        confirm(id);

        assertThatThrownBy(() -> office.table.save(stale, Town.HEAD.id(), Town.CLOCK.instant()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stale");
    }

    @Test
    void signsCircularsByTheLeaderAndCountsReadingByUnit() {
        packages.accept(received(), Town.OFFICER);
        UUID id = office.circulars.compose(Office.CAMPAIGN, Town.TOWN, Town.OFFICER);
        Circular draft = office.circulars.find(id, Town.OFFICER).orElseThrow();
        assertThat(draft.content()).contains("新伦村民委员会按要求完成", "民平村民委员会尚未完成报送");
        assertThat(office.circulars.find(id, Town.WORKER))
                .as("drafts stay in the house")
                .isEmpty();

        assertThatThrownBy(() -> office.circulars.sign(id, 0, Town.OFFICER)).isInstanceOf(Refused.class);
        office.circulars.sign(id, 0, Town.LEADER);
        assertThatThrownBy(() -> office.circulars.edit(id, 1, "改", "改", Town.OFFICER))
                .isInstanceOf(Refused.class);

        assertThat(office.circulars.find(id, Town.WORKER).orElseThrow().number())
                .isEqualTo("民众街道〔2026〕1号");
        assertThat(office.copies).anyMatch(post -> post.endsWith(Town.XINLUN));
        office.circulars.read(id, Town.WORKER);
        assertThat(office.copies)
                .as("what a unit confirmed no longer waits in 待阅 of its posts")
                .hasSize(1)
                .allMatch(post -> post.endsWith(Town.MINPING));
        office.circulars.read(id, Town.HEAD);
        assertThat(office.circulars.receipts(id))
                .extracting(receipt -> receipt.unit() + receipt.read())
                .containsExactly("新伦村民委员会true", "民平村民委员会false");
    }

    @Test
    void aCircularMarkedAsReadInTheListIsReceiptedForThatUnit() {
        UUID id = office.circulars.compose(Office.CAMPAIGN, Town.TOWN, Town.OFFICER);
        office.circulars.sign(id, 0, Town.LEADER);
        var news = new CircularNews(office.circulars);

        news.on(new CopyRead("/circulars/" + id, Town.XINLUN, Town.WORKER.id()));
        news.on(new CopyRead("/somewhere/else", Town.MINPING, Town.WORKER.id()));

        assertThat(office.circulars.receipts(id))
                .extracting(receipt -> receipt.unit() + receipt.read())
                .containsExactly("新伦村民委员会true", "民平村民委员会false");
        assertThat(office.copies).as("the head need not read it again").noneMatch(post -> post.endsWith(Town.XINLUN));
    }

    private UUID submitted() {
        UUID id = packages.begin(Office.CAMPAIGN, Town.XINLUN, Town.WORKER);
        confirm(id);
        packages.submit(id, Town.WORKER);
        return id;
    }

    private UUID received() {
        UUID id = submitted();
        packages.receive(id, Town.OFFICER);
        return id;
    }

    private void confirm(UUID id) {
        packages.write(id, "summary", null, "情况属实。", false, true, Town.WORKER);
    }

    private List<String> missing(UUID id) {
        try {
            packages.submit(id, Town.WORKER);
            return List.of();
        } catch (Refused refused) {
            return refused.reasons().stream().map(Refused.Reason::field).toList();
        }
    }
}
