package org.qipan.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qipan.workflow.FailedJob.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootTest(
        classes = {EngineContext.class, EngineFailedJobs.class, RunningEngine.class, FailedJobsTests.Wiring.class},
        properties = EngineContext.NO_JOBS)
class FailedJobsTests {

    private static final int MOST_TRIES = 10;

    @Autowired
    private FailedJobs failed;

    @Autowired
    private EngineState state;

    @Autowired
    private Workflow workflow;

    @Autowired
    private EngineFixture engine;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private EngineContext.MovableClock clock;

    @Autowired
    private FailingSteps steps;

    private final String ref = UUID.randomUUID().toString();
    private final String model = "fails" + UUID.randomUUID().toString().substring(0, 8);

    /** A step that fails while a test wants it to. */
    public static class FailingSteps {

        boolean fails = true;

        public void run() {
            if (fails) {
                throw new NoSuchElementException("张三的岗位");
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        FailingSteps failingSteps() {
            return new FailingSteps();
        }
    }

    @BeforeEach
    void start() {
        steps.fails = true;
        engine.deploy(
                model,
                Models.single(
                        model,
                        "<serviceTask id=\"A\" name=\"启动阶段\" camunda:asyncBefore=\"true\" camunda:expression=\"${failingSteps.run()}\" />"));
        workflow.start(model, ref, Map.of());
    }

    @AfterEach
    void stop() {
        workflow.cancel(model, ref, "test over");
        clock.reset();
    }

    @Test
    void listsWorkOnlyWhenNoTryIsLeft() {
        tryOnce();
        assertThat(failed.list(10)).isEmpty();

        giveUp();

        assertThat(failed.count()).isEqualTo(1);
        FailedJob job = failed.list(10).get(0);
        assertThat(job.ref()).isEqualTo(ref);
        assertThat(job.process()).isEqualTo(model);
        assertThat(job.step()).isEqualTo("启动阶段");
        assertThat(job.reason()).isEqualTo(Reason.MISSING);
        assertThat(job.failure()).isEqualTo("NoSuchElementException");
        assertThat(job.at()).isNotNull();
    }

    @Test
    void handsOutNoTextOfTheFailure() {
        giveUp();
        assertThat(failed.list(10)).singleElement().asString().doesNotContain("张三");
    }

    @Test
    void makesAFailedJobRunAgain() {
        giveUp();
        String job = failed.list(1).get(0).id();
        steps.fails = false;
        engine.runJobs();
        assertThat(engine.runs(model, ref)).as("nobody tries it any more").isTrue();

        assertThat(failed.retry(job)).isTrue();
        assertThat(failed.count()).isZero();
        engine.runJobs();

        assertThat(engine.runs(model, ref)).isFalse();
    }

    @Test
    void triesNothingThatHasNotFailed() {
        String waiting =
                jobs.createJobQuery().processDefinitionKey(model).singleResult().getId();
        assertThat(failed.retry(waiting)).isFalse();
        assertThat(failed.retry("no such job")).isFalse();
        giveUp();
        assertThat(failed.retry(waiting)).isTrue();
        assertThat(failed.retry(waiting)).as("a second click").isFalse();
    }

    @Test
    void countsInstancesByVersion() {
        assertThat(version()).isEqualTo(new ModelVersion(model, model, 1, true, 1, 1));
        assertThat(state.models(clock.instant().plusSeconds(60)))
                .filteredOn(version -> version.key().equals(model))
                .extracting(ModelVersion::started)
                .containsExactly(0L);

        engine.deploy(model, Models.twoTasks(model));

        assertThat(state.models(clock.instant().minusSeconds(60)))
                .filteredOn(version -> version.key().equals(model))
                .extracting(ModelVersion::version, ModelVersion::newest, ModelVersion::running)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, true, 0L),
                        org.assertj.core.groups.Tuple.tuple(1, false, 1L));
    }

    @Test
    void noticesWorkThatWaitsTooLongAndThatNobodyCarriesItOut() {
        assertThat(state.executing()).isFalse();
        long before = state.late(clock.instant().minus(Duration.ofMinutes(5)));
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(state.late(clock.instant().minus(Duration.ofMinutes(5)))).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "org.springframework.dao.CannotAcquireLockException: x, CONTENDED, CannotAcquireLockException",
        "org.springframework.dao.EmptyResultDataAccessException: x, MISSING, EmptyResultDataAccessException",
        "org.postgresql.util.PSQLException: 张三, DATABASE, PSQLException",
        "org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException: x, MODEL, PropertyNotFoundException",
        "java.lang.IllegalStateException, OTHER, IllegalStateException",
        "'', OTHER, ''"
    })
    void tellsReasonsApart(String cause, Reason reason, String failure) {
        String trace =
                "org.camunda.bpm.engine.ProcessEngineException: SQL\n\tat org.example.Sql.run(Sql.java:1)\nCaused by: ";
        assertThat(FailureReason.of(cause.isEmpty() ? "" : trace + cause + "\n\tat a.B.c(B.java:2)\n"))
                .isEqualTo(new FailureReason(reason, failure));
    }

    private ModelVersion version() {
        return state.models(clock.instant().minusSeconds(60)).stream()
                .filter(version -> version.key().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private void giveUp() {
        for (int tries = 0; failed.count() == 0 && tries < MOST_TRIES; tries++) {
            tryOnce();
        }
    }

    private void tryOnce() {
        String job =
                jobs.createJobQuery().processDefinitionKey(model).singleResult().getId();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jobs.executeJob(job))
                .hasStackTraceContaining("张三");
    }
}
