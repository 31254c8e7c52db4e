package org.qipan.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qipan.TestDatabase;
import org.qipan.form.Drafts.Draft;
import org.qipan.vault.SealBroken;
import org.qipan.vault.TestSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DraftTests {

    private static final DataSource DATABASE = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final UUID staff = UUID.randomUUID();
    private final StoredDrafts drafts = at(FormFixture.CLOCK);

    private StoredDrafts at(Clock clock) {
        return new StoredDrafts(jdbc, TestSeal.made(), clock);
    }

    @Test
    void keepsWhatWasTypedUnvalidated() {
        drafts.save(
                staff,
                "task:1",
                "办理",
                "/tasks/1",
                "{\"count\":[\"十二\"],\"places\":[\"a\",\"b\"],\"note\":[\"半句\\n😀\"]}");
        Draft draft = drafts.find(staff, "task:1").orElseThrow();
        assertThat(draft.saved()).isEqualTo(FormFixture.CLOCK.instant());
        assertThat(drafts.parameters(draft))
                .containsEntry("count", java.util.List.of("十二"))
                .containsEntry("places", java.util.List.of("a", "b"))
                .containsEntry("note", java.util.List.of("半句\n😀"));
    }

    @Test
    void liesSealedInItsTableAndOpensAtItsPlaceOnly() {
        drafts.save(staff, "task:9", "办理", "/tasks/9", "{\"digest\":[\"kanarie\"]}");
        drafts.save(staff, "task:10", "办理", "/tasks/10", "{}");
        assertThat(jdbc.sql("select encode(body, 'escape') from draft where subject = 'task:9'")
                        .query(String.class)
                        .single())
                .doesNotContain("kanarie");
        jdbc.sql("update draft set body = (select body from draft where subject = 'task:9') where subject = 'task:10'")
                .update();
        assertThatThrownBy(() -> drafts.find(staff, "task:10")).isInstanceOf(SealBroken.class);
        jdbc.sql("update draft set body = substring(body for 5) where subject = 'task:10'")
                .update();
        assertThatThrownBy(() -> drafts.find(staff, "task:10")).isInstanceOf(SealBroken.class);
    }

    @Test
    void overwritesTheDraftOfTheSameSubject() {
        drafts.save(staff, "task:1", "办理", "/tasks/1", "{\"a\":[\"1\"]}");
        at(Clock.offset(FormFixture.CLOCK, Duration.ofMinutes(1)))
                .save(staff, "task:1", "办理", "/tasks/1", "{\"a\":[\"2\"]}");
        assertThat(drafts.of(staff)).hasSize(1);
        assertThat(drafts.find(staff, "task:1").orElseThrow().json()).contains("2");
    }

    @Test
    void belongsToOnePersonOnly() {
        drafts.save(staff, "task:2", "办理", "/tasks/2", "{}");
        UUID other = UUID.randomUUID();
        assertThat(drafts.find(other, "task:2")).isEmpty();
        assertThat(drafts.of(other)).isEmpty();
        drafts.discard(other, "task:2");
        assertThat(drafts.find(staff, "task:2")).isPresent();
    }

    @Test
    void losesNulAndHalfSurrogatesRatherThanTheWholeDraft() {
        drafts.save(staff, "x", "x", "/x", "{\"a\":[\"甲\\u0000乙\"],\"b\":[\"\\ud842\"],\"c\":[\"\\\\u0000\"]}");
        var parameters = drafts.parameters(drafts.find(staff, "x").orElseThrow());
        assertThat(parameters.getFirst("a")).isEqualTo("甲乙");
        assertThat(parameters.getFirst("c")).isEqualTo("\\u0000");
    }

    @Test
    void refusesMoreThanAMegabyte() {
        String json = "{\"a\":[\"" + "字".repeat(400_000) + "\"]}";
        assertThatIllegalArgumentException().isThrownBy(() -> drafts.save(staff, "x", "x", "/x", json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "[]", "\"text\"", "", "{"})
    void refusesWhatIsNoObject(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> drafts.save(staff, "x", "x", "/x", json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "",
                "/a\r\nSet-Cookie: x",
                "/ \t"
            })
    void leadsBackToOurOwnPagesOnly(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> drafts.save(staff, "x", "x", url, "{}"));
    }

    @Test
    void refusesTheTwoHundredAndFirstDraft() {
        IntStream.range(0, 200).forEach(i -> drafts.save(staff, "s" + i, "x", "/x", "{}"));
        drafts.save(staff, "s5", "x", "/x", "{}");
        assertThatIllegalArgumentException().isThrownBy(() -> drafts.save(staff, "s200", "x", "/x", "{}"));
    }

    @Test
    void deletesDraftsAfterNinetyDays() {
        drafts.save(staff, "old", "x", "/x", "{}");
        Clock later = Clock.offset(FormFixture.CLOCK, Duration.ofDays(90).plusSeconds(1));
        at(later).save(staff, "new", "x", "/x", "{}");
        var transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
        assertThat(new DraftRetention(jdbc, transaction, later).deleteOld()).isPositive();
        assertThat(drafts.of(staff)).extracting(Draft::subject).containsExactly("new");
    }
}
