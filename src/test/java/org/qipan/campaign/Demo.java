package org.qipan.campaign;

import org.qipan.StoryClock;
import org.qipan.complaint.DemoComplaints;
import org.qipan.plan.PlanPen;
import org.qipan.problem.DemoProblems;
import org.qipan.report.DemoReports;
import org.qipan.task.DemoDesk;
import org.qipan.workflow.EngineFixture;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What the demo needs beside the product. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    DemoCampaign.class,
    DemoVerbs.class,
    DemoRecords.class,
    PlanPen.class,
    DemoPeople.class,
    DemoReports.class,
    DemoProblems.class,
    DemoComplaints.class,
    DemoMatters.class,
    DemoDesk.class,
    EngineFixture.class
})
public class Demo {

    @Bean
    @Primary
    StoryClock storyClock() {
        return new StoryClock();
    }
}
