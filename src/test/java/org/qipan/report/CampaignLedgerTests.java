package org.qipan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qipan.TestDatabase;
import org.qipan.campaign.BegunCampaignsFixture;
import org.qipan.campaign.IssuedPlans;
import org.qipan.casefile.CaseFiles;
import org.qipan.plan.PlanText;
import org.qipan.service.Town;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CampaignLedgerTests {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final IssuedPlans plans = mock(IssuedPlans.class);
    private final CaseFiles files = mock(CaseFiles.class);

    @Test
    void tellsOfBegunCampaignsToThoseWhoTakePart() {
        LocaleContextHolder.setLocale(Locale.CHINA);
        UUID running = campaign("RUNNING");
        campaign("DRAFT");
        when(files.find(any())).thenReturn(Optional.empty());
        when(plans.all()).thenReturn(List.of(new IssuedPlans.Issued(running, "活动", Town.TOWN, null, null, false)));
        when(plans.parts(running))
                .thenReturn(List.of(new PlanText.Part(
                        "aims",
                        "",
                        List.of(
                                new PlanText.Line("", "服务新市民"),
                                new PlanText.Line("电话", "0760"),
                                new PlanText.Line("附件", "手册.pdf", "/files/1", "1 KB")))));
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/report", "messages/plan");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var ledger = new CampaignLedger(
                BegunCampaignsFixture.over(jdbc), plans, files, new Town(), new ReportTexts(messages));

        CampaignFacts.Facts facts = ledger.in(Town.XINLUN).get(0);
        assertThat(facts.cases()).as("this plan asks for no model case").isFalse();
        assertThat(facts.id()).isEqualTo(running);
        assertThat(facts.units()).containsExactly(Town.XINLUN);
        assertThat(facts.stages()).extracting(CampaignFacts.Stage::name).containsExactly("宣传发动");
        assertThat(ledger.plan(running).get(0).text()).isEqualTo("服务新市民\n电话：0760\n附件：手册.pdf");
        assertThat(ledger.in(Town.TOWN)).as("a draft is nobody else's business").hasSize(1);
        assertThat(ledger.in(Town.MINPING)).isEmpty();
        assertThat(ledger.issued()).extracting(CampaignFacts.Facts::id).containsExactly(running);
    }

    private UUID campaign(String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into campaign (id, unit, owner_area, name, state, created_by, created_at)"
                        + " values (?, ?, 442000000000, '活动', ?, ?, '2026-10-01')")
                .params(id, Town.TOWN, state, Town.OFFICER.id())
                .update();
        jdbc.sql(
                        "insert into campaign_stage (campaign, no, name, opens, closes) values (?, 1, '宣传发动', '2026-10-01', '2026-10-31')")
                .params(id)
                .update();
        jdbc.sql("insert into campaign_unit (campaign, unit, kind, joined_at) values (?, ?, 'village', '2026-10-01')")
                .params(id, Town.XINLUN)
                .update();
        return id;
    }
}
