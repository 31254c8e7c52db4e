package org.qipan.task;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.form.Form;
import org.qipan.form.Forms;
import org.qipan.worklist.CasePage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What people do at their desks, as the pages do it for them: access, form, rules, ledger and engine, without the browser. */
public class DemoDesk {

    private final JdbcClient jdbc;
    private final Access access;
    private final TaskPages pages;
    private final Forms forms;
    private final Completions completions;
    private final TaskActs acts;

    DemoDesk(JdbcClient jdbc, Access access, TaskPages pages, Forms forms, Completions completions, TaskActs acts) {
        this.jdbc = jdbc;
        this.access = access;
        this.pages = pages;
        this.forms = forms;
        this.completions = completions;
        this.acts = acts;
    }

    /** Id of the one open item of a task of an instance. */
    public long item(String ref, String key) {
        return jdbc.sql("select id from work_item where ref = ? and key = ? and state = 'open'")
                .params(ref, key)
                .query(Long.class)
                .single();
    }

    /** As {@link #item}, where a campaign has one for each open stage. */
    public long item(String ref, String key, long stage) {
        return jdbc.sql("select id from work_item where ref = ? and key = ? and stage = ? and state = 'open'")
                .params(ref, key, stage)
                .query(Long.class)
                .single();
    }

    /** The post an item waits for. */
    public Post post(long item) {
        return jdbc.sql("select role, unit from work_item where id = ?")
                .param(item)
                .query(Post.class)
                .single();
    }

    /** An item as its post sees it. */
    public Seen seen(long item, Staff by) {
        return access.own(item, by);
    }

    /** @param typed name, value, name, value … */
    public void complete(long item, Staff by, String... typed) {
        Seen seen = access.own(item, by);
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            parameters.add(typed[i], typed[i + 1]);
        }
        Form form = pages.form(seen.item());
        Forms.Submission submission = form == null
                ? new Forms.Submission(Map.of(), Map.of(), List.of())
                : forms.read(form, parameters, pages.context(seen));
        if (!submission.valid()) {
            throw new IllegalArgumentException(seen.item().key() + ": " + submission.errors());
        }
        completions.complete(seen, "completed", submission.values(), submitted(seen, "completion"), () -> "/worklist");
    }

    /** As {@link #complete}, past a form that offers so much that building it each time would keep whoever starts the demo waiting. */
    public void decide(long item, Staff by, String... typed) {
        Seen seen = access.own(item, by);
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        completions.complete(seen, "completed", values, submitted(seen, "completion"), () -> "/worklist");
    }

    /** 退回修改 */
    public void giveBack(long item, Staff by, Map<String, String> remarks) {
        Seen seen = access.own(item, by);
        completions.complete(
                seen, "returned", Map.of(CasePage.RETURNED, remarks), submitted(seen, "return"), () -> "/worklist");
    }

    /** 送阅 */
    public void copy(long item, Staff by, Post to, String remark) {
        acts.copy(access.own(item, by), to, remark);
    }

    /** 批注 */
    public void note(long item, Staff by, String text) {
        acts.note(access.see(item, by), text);
    }

    /** 催办 */
    public void urge(long item, Staff by) {
        acts.urge(access.see(item, by));
    }

    private static Completions.Submitted submitted(Seen seen, String verb) {
        String route = "POST /tasks/" + seen.item().id() + "/" + verb;
        return new Completions.Submitted(
                UUID.randomUUID(), route, seen.item().version(), Once.hash(Map.of("demo", List.of(route))));
    }
}
