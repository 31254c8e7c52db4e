package org.qipan.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Closes what the engine leaves open. 7.24 is the last community release and gets no fixes, so nothing is left on that Qipan does not use;
 * each setting has a test of its own. Runs last, so that no other plugin can open anything again.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class HardenedEngine extends AbstractProcessEnginePlugin {

    /** Rows an engine query may return; lists shown to people come from the worklist, not from here. */
    private static final int MOST_ROWS = 200;

    private final StepBeans steps;
    private final TaskNews news;

    HardenedEngine(StepBeans steps, TaskNews news) {
        this.steps = steps;
        this.news = news;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new StepExpressions(steps));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners();
        List<BpmnParseListener> all = new ArrayList<>(listeners == null ? List.of() : listeners);
        all.add(new ModelRules());
        all.add(news);
        engine.setCustomPreBPMNParseListeners(all);
        engine.setDmnEngineConfiguration(decisions());
        close(engine);
        run(engine);
    }

    private static DefaultDmnEngineConfiguration decisions() {
        var tables = new DefaultDmnEngineConfiguration();
        tables.getTransformer().getTransformListeners().add(new DecisionRules());
        return tables;
    }

    private static void close(ProcessEngineConfigurationImpl engine) {
        engine.setDbIdentityUsed(false);
        engine.setAuthorizationEnabled(false);
        engine.setTenantCheckEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        // the default would still allow java.lang and the collections
        engine.setDeserializationTypeValidator(type -> false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableXxeProcessing(false);
        engine.setEnablePasswordPolicy(true);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setQueryMaxResultsLimit(MOST_ROWS);
        // each stale browser tab would otherwise write an ERROR with a stack trace
        engine.setEnableCmdExceptionLogging(false);
    }

    private static void run(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobRetryTimeCycle("R3/PT10S,PT1M,PT5M");
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
        // no objects are stored, so none can have changed unseen
        engine.setImplicitVariableUpdateDetectionEnabled(false);
        // A removal time would be written into sixteen tables whenever an instance ends; at night its end says as much.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        // A list or a date would still be stored as Java bytes although the format is off.
        var serializers = engine.getVariableSerializers();
        var bytes = serializers.getSerializerByName("serializable");
        if (bytes != null) {
            serializers.removeSerializer(bytes);
        }
    }
}
