package org.qipan.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.qipan.TestDatabase;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** The real engine on a real database, and nothing else of Qipan: what process tests start from. Jobs run when a test says so. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@EntityScan("org.qipan.workflow")
@Import({
    TestDatabase.Connection.class,
    EngineConfiguration.class,
    EmbeddedWorkflow.class,
    EngineDecisions.class,
    Courses.class,
    DeployedForms.class
})
public class EngineContext {

    /** Properties of every such context. */
    public static final String NO_JOBS = "camunda.bpm.job-execution.enabled=false";

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    EngineFixture engineFixture(ProcessEngine engine) {
        return new EngineFixture(engine);
    }

    @Bean
    News news() {
        return new News();
    }

    /** What was published, in order. */
    static class News {
        final List<TaskChanged> heard = new ArrayList<>();

        @EventListener
        void hear(TaskChanged changed) {
            heard.add(changed);
        }
    }

    /** Moves the engine's clock, which is static, together with the bean. */
    public static class MovableClock extends Clock {

        private Clock now = Clock.system(ZoneId.of("Asia/Shanghai"));

        public void set(Instant instant) {
            now = Clock.fixed(instant, now.getZone());
            ClockUtil.setCurrentTime(java.util.Date.from(instant));
        }

        public void reset() {
            now = Clock.system(now.getZone());
            ClockUtil.reset();
        }

        @Override
        public ZoneId getZone() {
            return now.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return now.withZone(zone);
        }

        @Override
        public Instant instant() {
            return now.instant();
        }
    }
}
