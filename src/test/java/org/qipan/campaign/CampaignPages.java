package org.qipan.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.qipan.plan.Plan;
import org.qipan.plan.PlanSamples;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The pages of all controllers of a test's context, without a server, and campaigns to look at. */
public class CampaignPages {

    private final ApplicationContext context;
    private final Campaigns campaigns;
    private final PlanSamples samples;
    private final PlanFreezer freezer;
    private final JdbcClient jdbc;
    private MockMvc mvc = MockMvcBuilders.standaloneSetup().build();
    private Locale locale = Locale.SIMPLIFIED_CHINESE;

    CampaignPages(
            ApplicationContext context,
            Campaigns campaigns,
            PlanSamples samples,
            PlanFreezer freezer,
            JdbcClient jdbc) {
        this.context = context;
        this.campaigns = campaigns;
        this.samples = samples;
        this.freezer = freezer;
        this.jdbc = jdbc;
    }

    /** Before each test. */
    public void open() {
        speak(Locale.SIMPLIFIED_CHINESE);
        context.getBean(Neighbours.class).forget();
        context.getBean(Town.class).vacant.clear();
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(templates("classpath:/templates/", 2));
        engine.addTemplateResolver(templates("classpath:/campaign-pages/", 1));
        engine.setMessageSource(context.getBean(MessageSource.class));
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        mvc = MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(Controller.class)
                        .values()
                        .toArray())
                .setViewResolvers(views)
                .build();
    }

    private SpringResourceTemplateResolver templates(String prefix, int order) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }

    /** The language of the reader. */
    public void speak(Locale language) {
        locale = language;
        LocaleContextHolder.setLocale(language);
    }

    /** After each test. */
    public void leave() {
        LocaleContextHolder.resetLocaleContext();
    }

    public MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(request.locale(locale)).andReturn().getResponse();
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("??board", "??campaign", "??plan", "??act");
        return response;
    }

    public String page(String url) throws Exception {
        MockHttpServletResponse response = call(get(url));
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    /** A draft of Minzhong's plan. */
    public UUID sample() {
        return open(samples.minzhong());
    }

    public UUID open(Plan plan) {
        return campaigns.open("2018服务活动", plan, null, false, Town.DRAFTER, Town.OFFICER);
    }

    /** The plan goes to the leader. */
    public void submit(UUID campaign) {
        campaigns.submit(campaign);
    }

    /** In its second stage; two villages are done. */
    public UUID running() {
        UUID id = sample();
        campaigns.submit(id);
        campaigns.approved(id, Town.CHIEF);
        freezer.freeze(id);
        jdbc.sql("update campaign_stage set state = 'OPEN', opened_at = '2018-05-01' where no = 2 and campaign = ?")
                .param(id)
                .update();
        jdbc.sql("""
                insert into unit_stage (campaign, stage, unit, state, opened_at, accepted_at)
                select :id, s.id, u.unit, case when u.unit < '442000007003' then 'accepted' else 'open' end, '2018-05-01',
                    case when u.unit < '442000007003' then timestamptz '2018-06-05 10:00+08' end
                from campaign_stage s, campaign_unit u where s.no = 2 and s.campaign = :id and u.campaign = :id and u.kind = 'village'""").param("id", id).update();
        jdbc.sql("""
                insert into unit_stage_item (us, item, state)
                select us.id, i.id, case us.state when 'accepted' then 'accepted' else 'open' end
                from unit_stage us join campaign_item i on i.stage = us.stage and i.unit_kind = 'village' where us.campaign = ?""").param(id).update();
        return id;
    }

    public String stageTwo(UUID campaign) {
        return jdbc.sql("select id from campaign_stage where campaign = ? and no = 2")
                .param(campaign)
                .query(String.class)
                .single();
    }
}
