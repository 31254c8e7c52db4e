package org.qipan.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qipan.workflow.TaskChanged.Kind.COMPLETED;
import static org.qipan.workflow.TaskChanged.Kind.CREATED;
import static org.qipan.workflow.TaskChanged.Kind.DELETED;
import static org.qipan.workflow.TaskChanged.Kind.UPDATED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = EngineContext.class, properties = EngineContext.NO_JOBS)
class WorkflowTests {

    private static final Map<String, String> VARIABLES = Map.of("role", "village-worker", "unit", "442000007001");

    @Autowired
    private Workflow workflow;

    @Autowired
    private EngineFixture engine;

    @Autowired
    private EngineContext.News news;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final String ref = UUID.randomUUID().toString();

    @BeforeAll
    static void models(@Autowired EngineFixture engine) {
        engine.deploy("two", Models.twoTasks("two"));
    }

    @BeforeEach
    void start() {
        workflow.start("two", ref, VARIABLES);
        news.heard.removeIf(change -> !change.ref().equals(ref));
    }

    @Test
    void tellsOfATaskWithThePostItIsFor() {
        String task = engine.task("two", ref, "First");
        assertThat(news.heard)
                .containsExactly(
                        new TaskChanged(CREATED, task, "First", "two", ref, "village-worker@442000007001", null));
    }

    @Test
    void tellsOnceOfEveryChange() {
        String task = engine.task("two", ref, "First");
        UUID staff = UUID.randomUUID();
        workflow.claim(task, staff);
        workflow.release(task);
        workflow.complete(task, Map.of());
        assertThat(news.heard)
                .extracting(change -> change.kind() + " " + change.key() + " " + change.assignee())
                .containsExactly(
                        CREATED + " First null",
                        UPDATED + " First " + staff,
                        UPDATED + " First null",
                        COMPLETED + " First null",
                        CREATED + " Second null");
    }

    @Test
    void tellsOfTasksThatGoWithTheirInstance() {
        workflow.cancel("two", ref, "no longer needed");
        assertThat(news.heard).extracting(TaskChanged::kind).containsExactly(CREATED, DELETED);
        assertThat(engine.runs("two", ref)).isFalse();
    }

    @Test
    void aSecondCompletionFindsTheTaskGone() {
        String task = engine.task("two", ref, "First");
        workflow.complete(task, Map.of());
        assertThatThrownBy(() -> workflow.complete(task, Map.of())).isInstanceOf(TaskGone.class);
        assertThatThrownBy(() -> workflow.claim(task, UUID.randomUUID())).isInstanceOf(TaskGone.class);
    }

    @Test
    void twoPeopleCannotSignForOneTask() {
        String task = engine.task("two", ref, "First");
        workflow.claim(task, UUID.randomUUID());
        assertThatThrownBy(() -> workflow.claim(task, UUID.randomUUID())).isInstanceOf(TaskGone.class);
    }

    @Test
    void aSuspendedTaskIsGone() {
        String task = engine.task("two", ref, "First");
        engine.engine
                .getRuntimeService()
                .updateProcessInstanceSuspensionState()
                .byProcessDefinitionKey("two")
                .suspend();
        try {
            assertThatThrownBy(() -> workflow.complete(task, Map.of())).isInstanceOf(TaskGone.class);
        } finally {
            engine.engine
                    .getRuntimeService()
                    .updateProcessInstanceSuspensionState()
                    .byProcessDefinitionKey("two")
                    .activate();
        }
    }

    @Test
    void aFailureFurtherOnIsNotTakenForAGoneTask() {
        workflow.complete(engine.task("two", ref, "First"), Map.of());
        String task = engine.task("two", ref, "Second");
        assertThatThrownBy(() -> workflow.complete(task, Map.of())).isNotInstanceOf(TaskGone.class);
    }

    @Test
    void aMessageReachesTheOneInstanceAndNoOther() {
        assertThat(workflow.correlate("Stop", "two", UUID.randomUUID().toString()))
                .isFalse();
        assertThat(engine.runs("two", ref)).isTrue();
        assertThat(workflow.correlate("Stop", "two", ref)).isTrue();
        assertThat(engine.runs("two", ref)).isFalse();
    }

    @Test
    void aMessageToAnEndedInstanceDoesNotSpoilTheTransaction() {
        workflow.cancel("two", ref, "over");
        transaction.executeWithoutResult(status -> {
            assertThat(workflow.correlate("Stop", "two", ref)).isFalse();
            workflow.start("two", ref + "-next", VARIABLES);
        });
        assertThat(engine.runs("two", ref + "-next")).isTrue();
    }

    @Test
    void engineAndTablesAreOneCommit() {
        jdbc.sql("create table if not exists together (ref text)").update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into together values (:ref)")
                            .param("ref", ref)
                            .update();
                    workflow.complete(engine.task("two", ref, "First"), Map.of());
                    throw new IllegalStateException("after both");
                }))
                .hasMessage("after both");
        assertThat(jdbc.sql("select count(*) from together where ref = :ref")
                        .param("ref", ref)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(engine.tasks("two", ref)).containsExactly("First");
    }

    @Test
    void showsTheWayTakenAndWhereTheTokenIs() {
        workflow.complete(engine.task("two", ref, "First"), Map.of());
        Course before = workflow.course("two", ref);
        assertThat(before.active()).isEqualTo(Map.of("Second", 1));
        assertThat(before.done()).containsExactlyInAnyOrder("Start", "F1", "First", "F2");
        assertThat(before.xml()).contains("<process id=\"two\"");

        workflow.complete(engine.task("two", ref, "Second"), Map.of("outcome", "returned"));
        assertThat(workflow.course("two", ref).done())
                .contains("F3", "Agreed", "F4")
                .doesNotContain("F5");
        assertThat(workflow.course("two", "never started")).isNull();
    }

    @Test
    void addsAnInstanceAndMovesOnlyItsTimer() {
        engine.deploy("stages", Models.single("stages", """
                        <subProcess id="A">
                          <multiInstanceLoopCharacteristics camunda:collection="${list}" camunda:elementVariable="stage">
                            <loopCardinality>1</loopCardinality></multiInstanceLoopCharacteristics>
                          <startEvent id="S" /><sequenceFlow id="S1" sourceRef="S" targetRef="Wait" />
                          <intermediateCatchEvent id="Wait"><timerEventDefinition><timeDate>2099-01-01T00:00:00</timeDate>
                          </timerEventDefinition></intermediateCatchEvent>
                          <sequenceFlow id="S2" sourceRef="Wait" targetRef="Do" /><userTask id="Do" />
                          <sequenceFlow id="S3" sourceRef="Do" targetRef="E" /><endEvent id="E" />
                        </subProcess>""".replace(
                        " camunda:collection=\"${list}\" camunda:elementVariable=\"stage\"", "")));
        workflow.start("stages", ref, Map.of());
        workflow.addInstance("stages", ref, "A", Map.of("stage", "2"));
        workflow.moveTimers("stages", ref, "Wait", Map.of("stage", "2"), Instant.parse("2018-06-01T00:00:00Z"));
        engine.runJobs();
        assertThat(engine.tasks("stages", ref)).isEqualTo(List.of("Do"));
        workflow.complete(engine.task("stages", ref, "Do"), Map.of());
        assertThat(engine.runs("stages", ref)).isTrue();
        assertThat(workflow.form(engine.task("two", ref, "First"))).isNull();
    }
}
