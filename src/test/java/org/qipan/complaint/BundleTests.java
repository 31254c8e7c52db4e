package org.qipan.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.Replay;
import org.qipan.casefile.Exclusions;
import org.qipan.course.ComplaintClocks;
import org.qipan.filing.Filing;
import org.qipan.progress.Tracked;
import org.qipan.task.DemoDesk;
import org.qipan.worklist.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 拆分、并案, and the page that helps to see what is the same. */
@Replay
class BundleTests {

    @Autowired
    private PetitionHall hall;

    @Autowired
    private Bundles bundles;

    @Autowired
    private ComplaintTable table;

    @Autowired
    private ComplaintClocks clocks;

    @Autowired
    private Petitioner petitioner;

    @Autowired
    private DemoDesk desk;

    @Autowired
    private JdbcClient jdbc;

    private UUID filed(Filing filing) {
        return hall.filed(filing);
    }

    private void sort(UUID id, String digest) {
        desk.complete(
                desk.item(id.toString(), ComplaintProcess.SORT),
                hall.officer,
                "kind",
                "complaint",
                "title",
                "租房押金不退",
                "digest",
                digest,
                "route",
                "petition",
                "lead",
                Matter.OFFICE);
    }

    @Test
    void eachPartOfALetterIsSortedByItselfFromTheDayTheLetterCame() {
        UUID letter = filed(Matter.named());
        List<UUID> parts = bundles.split(letter, 3, hall.officer);
        assertThat(parts).hasSize(3);
        for (UUID part : parts) {
            assertThat(clocks.of(part).get(0).due())
                    .isEqualTo(clocks.of(letter).get(0).due());
            sort(part, "租客反映押金未退。");
        }
        assertThat(hall.pages.page(hall.officer, "/complaints/" + letter)).contains(Matter.WORDS);
        assertThat(petitioner.of(letter).parts())
                .as("one receipt opens all of them")
                .extracting(Tracked::id)
                .containsExactlyInAnyOrderElementsOf(parts);
        sort(letter, "租客反映押金未退。");
        assertThatThrownBy(() -> bundles.split(letter, 1, hall.officer)).isInstanceOf(Refused.class);
    }

    @Test
    void whatCannotBeTakenBackIsConfirmedFirst() {
        UUID letter = filed(Matter.named());
        String split = "/complaints/" + letter + "/repeats/split";
        assertThat(hall.pages.page(hall.officer, "/tasks/" + desk.item(letter.toString(), ComplaintProcess.SORT)))
                .as("the way to it, where it is sorted")
                .contains("/complaints/" + letter + "/repeats");
        assertThat(hall.pages.send(hall.officer, split, "more", "1").getStatus())
                .isEqualTo(422);
        assertThat(petitioner.of(letter).parts()).isEmpty();
        assertThat(hall.pages
                        .send(hall.officer, split, "more", "1", "sure", "true")
                        .getStatus())
                .isEqualTo(303);
        assertThat(petitioner.of(letter).parts()).hasSize(1);
    }

    /** Art. 30: an accusation that came back from another desk is no less secret in parts. */
    @Test
    void thePartsOfASealedLetterAreSealed(
            @Autowired Exclusions exclusions, @Autowired TransactionTemplate transaction) {
        UUID letter = filed(Matter.named());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update complaint set sealed = true where id = ?")
                    .param(letter)
                    .update();
            exclusions.seal(letter, true);
        });
        bundles.split(letter, 1, hall.officer)
                .forEach(part -> assertThat(jdbc.sql(
                                        "select c.sealed and f.sealed from complaint c join case_file f using (id) where c.id = ?")
                                .param(part)
                                .query(Boolean.class)
                                .single())
                        .isTrue());
    }

    @Test
    void ofTwoThatAreMergedBothPetitionersReadTheSameAnswer() {
        UUID first = filed(Matter.named());
        sort(first, "租客反映房东三个月不退押金。");
        UUID second = filed(Matter.named());
        assertThat(hall.pages.page(hall.officer, "/complaints/" + second + "/repeats"))
                .contains("/complaints/" + first, "联系方式相同")
                .doesNotContain("王小兰", "138 0000 1234", "13800001234");
        bundles.merge(second, first, hall.officer);
        assertThat(table.find(second).orElseThrow().state()).isEqualTo("merged");
        assertThat(table.find(first).orElseThrow().people()).isEqualTo(2);
        assertThat(petitioner.of(second).number())
                .isEqualTo(petitioner.of(first).number());
        assertThat(petitioner.of(second).steps()).isEqualTo(petitioner.of(first).steps());
        assertThat(jdbc.sql("select count(*) from work_item where ref = ? and state = 'open'")
                        .param(second.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Art. 28: merging is no way round an exclusion. */
    @Test
    void whoeverMustNotKnowTheOneIsNotGivenTheOther() {
        UUID first = filed(Matter.named());
        sort(first, "租客反映押金未退。");
        UUID second = filed(Matter.anonymousAbout(Matter.OFFICE));
        assertThatThrownBy(() -> bundles.merge(second, first, hall.officer))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("mergeConflict");
        UUID third = filed(Matter.anonymousAbout(Matter.VILLAGE));
        bundles.merge(third, first, hall.officer);
        assertThat(jdbc.sql("select count(*) from case_exclusion where case_id = ?")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int looks(UUID id) {
        return jdbc.sql("select count(*) from audit where action = 'complaint.audit.words' and object_id = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void aLookAtTheWordsIsRecordedHereTooAndALinkIsNone() {
        UUID id = filed(Matter.named());
        assertThat(bundles.waits(id, hall.officer)).isTrue();
        assertThat(looks(id)).isZero();
        assertThat(hall.pages.page(hall.officer, "/complaints/" + id + "/repeats"))
                .contains(Matter.WORDS);
        assertThat(looks(id)).isEqualTo(1);
    }

    @Test
    void onlyTheDeskSeesWhatIsAlikeAndOnlyUntilItIsSorted() {
        UUID id = filed(Matter.named());
        assertThat(bundles.waiting(id, hall.handler)).isEmpty();
        assertThat(bundles.waiting(id, hall.officer)).isPresent();
        sort(id, "租客反映押金未退。");
        assertThat(bundles.waiting(id, hall.officer)).isEmpty();
        assertThatThrownBy(() -> bundles.merge(id, id, hall.officer)).isInstanceOf(Refused.class);
    }
}
