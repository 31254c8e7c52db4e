package org.qipan;

import java.util.Set;
import javax.sql.DataSource;
import org.qipan.page.Texts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.extras.springsecurity6.dialect.SpringSecurityDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Real templates, messages, security and database around a few controllers; the page's frame is a bare stand-in. */
@TestConfiguration
@Import(Texts.class)
@EnableWebMvc
@EnableWebSecurity
@EnableMethodSecurity
@EnableTransactionManagement(proxyTargetClass = true)
public class PageTestConfig implements WebMvcConfigurer {

    private static final String FRAME = """
            <html xmlns:th="http://www.thymeleaf.org" th:fragment="page(title, content)">
            <head><title th:text="${title}">t</title></head><body><th:block th:replace="${content}"/></body></html>
            """;

    @Override
    public Validator getValidator() {
        return validator();
    }

    @Bean
    LocalValidatorFactoryBean validator() {
        LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
        validator.setValidationMessageSource(messageSource());
        return validator;
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/deadline",
                "messages/audit",
                "messages/directory",
                "messages/search",
                "messages/identity",
                "messages/gazetteer",
                "messages/subject",
                "messages/term",
                "messages/feedback");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    SettableClock clock() {
        return new SettableClock("2026-11-20T02:00:00Z");
    }

    @Bean
    JdbcTemplate template(DataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    JdbcClient client(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    StandardServletMultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }

    @Bean
    SpringTemplateEngine templates() {
        StringTemplateResolver frame = new StringTemplateResolver() {
            @Override
            protected org.thymeleaf.templateresource.ITemplateResource computeTemplateResource(
                    org.thymeleaf.IEngineConfiguration configuration,
                    String ownerTemplate,
                    String template,
                    java.util.Map<String, Object> attributes) {
                return new org.thymeleaf.templateresource.StringTemplateResource(FRAME);
            }
        };
        frame.setResolvablePatterns(Set.of("layout"));
        frame.setOrder(1);
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messageSource());
        engine.addTemplateResolver(frame);
        engine.addTemplateResolver(files);
        engine.addDialect(new SpringSecurityDialect());
        return engine;
    }

    @Bean
    ThymeleafViewResolver views(SpringTemplateEngine templates) {
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(templates);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
