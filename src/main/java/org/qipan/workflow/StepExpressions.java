package org.qipan.workflow;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The engine's expressions, with {@link DenyingResolver} first and without the resolvers of maps, lists and applications. */
class StepExpressions extends JuelExpressionManager {

    private final StepBeans steps;

    StepExpressions(StepBeans steps) {
        super(steps);
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new DenyingResolver(steps));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ReadOnlyMapELResolver(steps));
        resolver.add(new BeanELResolver());
        return resolver;
    }
}
