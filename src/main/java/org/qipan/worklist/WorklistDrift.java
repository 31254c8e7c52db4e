package org.qipan.worklist;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.qipan.workflow.OpenTasks;
import org.qipan.workflow.TaskChanged;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the projection with the engine, and makes it anew where they differ. */
@Service
public class WorklistDrift {

    private final ObjectProvider<OpenTasks> engine;
    private final WorkItems items;
    private final CasePages pages;
    private final JdbcClient jdbc;

    WorklistDrift(ObjectProvider<OpenTasks> engine, WorkItems items, CasePages pages, JdbcClient jdbc) {
        this.engine = engine;
        this.items = items;
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /**
     * What differs.
     *
     * @param missing tasks of the engine without an open item
     * @param surplus open items without a task
     * @param different items whose post or assignee is not the engine's; a re-routed post is not counted
     */
    public record Drift(int open, int missing, int surplus, int different) {
        public boolean none() {
            return missing + surplus + different == 0;
        }
    }

    private record Kept(String group, String assignee, boolean rerouted) {
        boolean equalTo(TaskChanged task) {
            return assignee.equals(Objects.requireNonNullElse(task.assignee(), ""))
                    && (rerouted || group.equals(task.group()));
        }
    }

    /** Goes through every open item and every task; changes nothing. */
    @Transactional(readOnly = true)
    public Drift check() {
        Map<String, Kept> kept = kept();
        int[] differences = new int[2];
        int open = kept.size();
        engine.getObject().each(task -> {
            Kept row = kept.remove(task.task());
            if (row == null) {
                differences[0]++;
            } else if (!row.equalTo(task)) {
                differences[1]++;
            }
        });
        return new Drift(open, differences[0], kept.size(), differences[1]);
    }

    /** Adds what is missing, closes what is gone, corrects what differs. Clocks come from the capability that knows them. */
    @Transactional
    public Drift rebuild() {
        Map<String, Kept> kept = kept();
        int[] differences = new int[2];
        int open = kept.size();
        engine.getObject().each(task -> {
            Kept row = kept.remove(task.task());
            if (row == null) {
                CasePage page = pages.of(task.process());
                items.add(task, page.kind(), page.facts(task.process(), task.key(), task.ref()));
                differences[0]++;
            } else if (!row.equalTo(task)) {
                items.change(task);
                differences[1]++;
            }
        });
        kept.keySet().forEach(task -> items.close(task, "gone"));
        return new Drift(open, differences[0], kept.size(), differences[1]);
    }

    private Map<String, Kept> kept() {
        Map<String, Kept> kept = new HashMap<>();
        jdbc.sql("select task, role, unit, assignee, rerouted from work_item where state = 'open'")
                .query(row -> {
                    kept.put(
                            row.getString("task"),
                            new Kept(
                                    row.getString("role") + "@" + row.getString("unit"),
                                    Objects.requireNonNullElse(row.getString("assignee"), ""),
                                    row.getBoolean("rerouted")));
                });
        return kept;
    }
}
