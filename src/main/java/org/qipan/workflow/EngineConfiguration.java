package org.qipan.workflow;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the hardened engine and the formulas into the context. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin hardenedEngine(BeanFactory beans, ApplicationEventPublisher events) {
        return new HardenedEngine(new StepBeans(beans), new TaskNews(events));
    }

    @Bean
    Formula.Parser formulaParser(Clock clock) {
        return new FeelParser(clock);
    }
}
