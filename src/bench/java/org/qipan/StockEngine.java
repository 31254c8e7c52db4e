package org.qipan;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Camunda 7.24 alone, on a database of its own beside ours: same server, driver, pool and history level. It is tuned as far as its settings
 * and further indexes allow: no case tables, no authorization, no metrics, its lists indexed by due date.
 */
public final class StockEngine implements AutoCloseable {

    public final ProcessEngine engine;
    public final JdbcClient jdbc;
    public final DataSource source;

    /** @param beans what the models call */
    public StockEngine(Map<Object, Object> beans) {
        source = pool();
        jdbc = JdbcClient.create(source);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("stock");
        configuration.setDataSource(source);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHistory("activity");
        configuration.setDbIdentityUsed(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setTenantCheckEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        jdbc.sql("create index bench_task_due on act_ru_task (due_date_)").update();
        jdbc.sql("create index bench_link_group on act_ru_identitylink (group_id_, task_id_)")
                .update();
    }

    /** A pool as the product has it, on a new database. */
    public static HikariDataSource pool() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(TestDatabase.fresh());
        pool.setMaximumPoolSize(20);
        return new HikariDataSource(pool);
    }

    @Override
    public void close() {
        engine.close();
        ((HikariDataSource) source).close();
    }
}
