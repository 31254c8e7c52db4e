package org.qipan.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qipan.workflow.TaskChanged.Kind.CREATED;
import static org.qipan.workflow.TaskChanged.Kind.DELETED;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The two processes by which one post asks another: every node, and taking the question back. */
@SpringBootTest(classes = EngineContext.class, properties = EngineContext.NO_JOBS)
class AskingProcessTests {

    private static final Map<String, String> VARIABLES = Map.of("role", "township-leader", "unit", "442000007000");

    @Autowired
    private Workflow workflow;

    @Autowired
    private EngineFixture engine;

    @Autowired
    private EngineContext.News news;

    @ParameterizedTest
    @CsvSource({"extension,Task_Decide", "joint,Task_Answer"})
    void asksThePostItNamesAndEndsWithTheAnswer(String process, String key) {
        String ref = UUID.randomUUID().toString();
        workflow.start(process, ref, VARIABLES);
        String task = engine.task(process, ref, key);
        assertThat(news.heard)
                .contains(new TaskChanged(CREATED, task, key, process, ref, "township-leader@442000007000", null));
        assertThat(workflow.form(task)).isNotBlank();
        workflow.complete(task, Map.of());
        assertThat(workflow.form(task)).as("of a task that is over").isNull();
        assertThat(engine.runs(process, ref)).isFalse();
        assertThat(engine.passed(process)).containsAll(engine.nodes(process));
    }

    @ParameterizedTest
    @CsvSource({"extension,Task_Decide", "joint,Task_Answer"})
    void aQuestionThatIsTakenBackWaitsForNobody(String process, String key) {
        String ref = UUID.randomUUID().toString();
        workflow.start(process, ref, VARIABLES);
        workflow.cancel(process, ref, "withdrawn");
        assertThat(engine.runs(process, ref)).isFalse();
        assertThat(news.heard)
                .anyMatch(change -> change.kind() == DELETED
                        && change.ref().equals(ref)
                        && change.key().equals(key));
    }
}
