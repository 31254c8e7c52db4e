package org.qipan.campaign;

import org.qipan.StoryClock;
import org.qipan.advice.DemoAdvices;
import org.qipan.aid.DemoAids;
import org.qipan.complaint.DemoComplaints;
import org.qipan.complaint.DemoCourses;
import org.qipan.complaint.DemoYear;
import org.qipan.enquiry.DemoEnquiries;
import org.qipan.followup.DemoFollowUps;
import org.qipan.hotline.DemoHotline;
import org.qipan.journal.DemoJournal;
import org.qipan.mailbox.DemoMails;
import org.qipan.pause.DemoPauses;
import org.qipan.plan.PlanPen;
import org.qipan.problem.DemoProblems;
import org.qipan.receipt.DemoReceipts;
import org.qipan.reception.DemoReceptions;
import org.qipan.report.DemoReports;
import org.qipan.review.DemoReviews;
import org.qipan.supervision.DemoSupervisions;
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
    DemoActs.class,
    DemoOversight.class,
    DemoYear.class,
    DemoCourses.class,
    DemoReceipts.class,
    DemoReviews.class,
    DemoSupervisions.class,
    DemoReceptions.class,
    DemoAdvices.class,
    DemoAids.class,
    DemoFollowUps.class,
    DemoEnquiries.class,
    DemoJournal.class,
    DemoPauses.class,
    DemoMails.class,
    DemoHotline.class,
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
