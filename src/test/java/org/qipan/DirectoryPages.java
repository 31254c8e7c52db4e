package org.qipan;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.qipan.audit.Audit;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.qipan.directory.TestUnits;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The pages below {@code /directory}, which three modules serve, over the units the project ships. */
public final class DirectoryPages implements AutoCloseable {

    public final DataSource database = TestUnits.database();
    public final Staff admin = person("系统管理员甲", new Post("system-admin", "442000000000"));
    public final Staff officer = person("民众街道经办", new Post("township-officer", "442000007000"));
    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvc mvc;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.qipan.directory", "org.qipan.identity", "org.qipan.gazetteer"})
    @ConfigurationPropertiesScan("org.qipan.identity")
    static class Wiring {

        @Bean("applicationTaskExecutor")
        TaskExecutor taskExecutor() {
            return new SyncTaskExecutor();
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }
    }

    @ControllerAdvice
    static class Keys {

        /** What {@code components/once} asks for a key. */
        public record Once(Supplier<String> keys) {
            public String next() {
                return keys.get();
            }
        }

        @ModelAttribute("onceKeys")
        Once keys() {
            return new Once(() -> UUID.randomUUID().toString());
        }
    }

    public DirectoryPages() {
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("source", database));
        context.register(PageTestConfig.class, Wiring.class, Keys.class, Audit.class);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(get("/").locale(Locale.CHINA))
                .apply(springSecurity())
                .build();
    }

    public Staff person(String name, Post... posts) {
        return TestUnits.person(database, name, posts);
    }

    public Directory directory() {
        return context.getBean(Directory.class);
    }

    public MockHttpServletResponse as(Staff staff, MockHttpServletRequestBuilder request) throws Exception {
        return as(staff, Duration.ofMinutes(1), request);
    }

    /** @param confirmed how long ago he confirmed who he is */
    public MockHttpServletResponse as(Staff staff, Duration confirmed, MockHttpServletRequestBuilder request)
            throws Exception {
        var user = Confirmed.as(staff, context.getBean(Clock.class).instant(), confirmed);
        MockHttpServletResponse response = mvc.perform(request.with(csrf()).with(authentication(user)))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    @Override
    public void close() {
        context.close();
    }
}
