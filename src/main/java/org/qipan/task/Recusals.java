package org.qipan.task;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qipan.audit.Audit;
import org.qipan.casefile.CaseFiles;
import org.qipan.casefile.CaseTexts;
import org.qipan.casefile.Exclusions;
import org.qipan.casefile.Sayings;
import org.qipan.casefile.TimeOrderedId;
import org.qipan.directory.Colleagues;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 回避: who has an interest in a matter leaves it, because he says so or because the one who answers for him decides it (公务员法 arts. 76,
 * 77; 信访工作条例 art. 28). From that moment the case does not exist for him.
 */
@Service
public class Recusals {

    private final JdbcClient jdbc;
    private final Exclusions exclusions;
    private final CaseFiles cases;
    private final Withdrawal withdrawal;
    private final Colleagues colleagues;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final CaseTexts texts;
    private final Sayings sayings;
    private final Clock clock;

    Recusals(
            JdbcClient jdbc,
            Exclusions exclusions,
            CaseFiles cases,
            Withdrawal withdrawal,
            Colleagues colleagues,
            Audit audit,
            ApplicationEventPublisher events,
            CaseTexts texts,
            Sayings sayings,
            Clock clock) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
        this.cases = cases;
        this.withdrawal = withdrawal;
        this.colleagues = colleagues;
        this.audit = audit;
        this.events = events;
        this.texts = texts;
        this.sayings = sayings;
        this.clock = clock;
    }

    /** A case in which a colleague has something to do. A sealed one is shown by its number alone: the title is empty. */
    public record Matter(UUID id, String title, @Nullable String number) {}

    /** 申请回避: at once, whoever decides later whether it stays. */
    @Transactional
    void declare(Seen seen, Ground ground, String reason) {
        Post post = seen.by().holds(seen.item().post())
                ? seen.item().post()
                : seen.by().posts().get(0);
        recuse(seen.item().caseId(), seen.by(), post, ground, reason, seen.by(), true);
        withdrawal.forget(seen.item(), seen.by());
    }

    /** As {@link #declare(Seen, Ground, String)}, from the page of a case the caller knows this person may open. */
    @Transactional
    public void declare(UUID caseId, Ground ground, String reason, Staff by) {
        recuse(caseId, by, withdrawal.postOf(by, caseId), ground, reason, by, true);
    }

    /** 回避决定 on a request, about somebody whom the caller knows to work on the case under this head. */
    @Transactional
    public void decide(UUID caseId, Staff colleague, Ground ground, String reason, Staff by) {
        recuse(caseId, colleague, withdrawal.postOf(colleague, caseId), ground, reason, by, false);
    }

    /** 回避决定 about a colleague one answers for; false if the case or the colleague is not there for this person. */
    @Transactional
    public boolean order(UUID caseId, Staff colleague, Ground ground, String reason, Staff by) {
        if (!colleagues.leads(by.id(), colleague.id())
                || matters(colleague, by).stream().noneMatch(m -> m.id().equals(caseId))) {
            return false;
        }
        Post post = withdrawal.postOf(colleague, caseId);
        recuse(caseId, colleague, post, ground, reason, by, false);
        return true;
    }

    /** Cases with open items of a colleague, without those either must not know of. */
    public List<Matter> matters(Staff colleague, Staff by) {
        return jdbc.sql("""
                        select distinct f.id, case when f.sealed and f.number is not null then '' else f.title end as title, f.number,
                            case when f.sealed and f.number is not null then null else f.said end as said
                        from work_item w join case_file f on f.id = w.case_id
                        where w.state = 'open' and w.role || '@' || w.unit = any (:groups)
                            and not case_excluded(w.case_id, :by) and not case_excluded(w.case_id, :colleague)
                        order by title, f.id limit 100
                        """)
                .param("groups", colleague.posts().stream().map(Post::group).toArray(String[]::new))
                .param("by", by.id())
                .param("colleague", colleague.id())
                .query((row, n) -> new Matter(
                        row.getObject("id", UUID.class),
                        sayings.read(row.getString("said"), row.getString("title")),
                        row.getString("number")))
                .list();
    }

    /** Takes a recusal back, and what it took from a post; false if it is not there for this person. Nobody takes back his own. */
    @Transactional
    public boolean lift(UUID id, Staff by) {
        Optional<Open> found = open(id).filter(
                        open -> colleagues.leads(by.id(), open.staff()) && !exclusions.excludes(open.caseId(), by));
        found.ifPresent(open -> lift(id, open, by));
        return found.isPresent();
    }

    Optional<Open> open(UUID id) {
        return jdbc.sql("select staff, case_id, exclusion from recusal where id = :id and lifted_at is null for update")
                .param("id", id)
                .query(Open.class)
                .optional();
    }

    void lift(UUID id, Open open, Staff by) {
        exclusions.lift(open.exclusion());
        jdbc.sql("update recusal set lifted_by = :by, lifted_at = :at where id = :id")
                .param("by", by.id())
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        withdrawal.back(id);
        cases.record(open.caseId(), "recusal-lifted", by.id(), by.posts().get(0), null, Map.of());
        audit(by, "task.audit.recusal-lift", open.caseId(), open.staff());
        events.publishEvent(new RecusalLifted(open.caseId(), open.staff()));
    }

    /** One in force, locked. */
    record Open(UUID staff, UUID caseId, long exclusion) {}

    /** @param declared by himself, here, and to be decided on */
    void recuse(UUID caseId, Staff recused, Post post, Ground ground, String reason, Staff by, boolean declared) {
        UUID id = TimeOrderedId.next(clock);
        boolean ordered = !by.id().equals(recused.id());
        int fresh = jdbc.sql("""
                        insert into recusal (id, case_id, staff, role, unit, ground, reason, ordered, decided_by, at)
                        values (:id, :case, :staff, :role, :unit, :ground, :reason, :ordered, :by, :at)
                        on conflict (case_id, staff) where lifted_at is null do nothing
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("staff", recused.id())
                .param("role", post.role())
                .param("unit", post.unit())
                .param("ground", ground.key())
                .param("reason", texts.keep(caseId, reason))
                .param("ordered", ordered)
                .param("by", by.id())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (fresh == 0) {
            return;
        }
        long exclusion = exclusions.recuse(caseId, recused.id());
        jdbc.sql(
                        "update recusal set exclusion = :exclusion where case_id = :case and staff = :staff and lifted_at is null")
                .param("exclusion", exclusion)
                .param("case", caseId)
                .param("staff", recused.id())
                .update();
        Post as = ordered ? by.posts().get(0) : post;
        cases.record(caseId, ordered ? "recusal-ordered" : "recused", by.id(), as, null, Map.of());
        withdrawal.of(id, recused, post, caseId);
        events.publishEvent(new Recused(caseId, declared ? id : null));
        audit(by, ordered ? "task.audit.recusal-order" : "task.audit.recusal", caseId, recused.id());
    }

    private void audit(Staff by, String action, UUID caseId, UUID recused) {
        audit.record(by.actor(), action, "case", caseId.toString(), Map.of("staff", recused));
    }
}
