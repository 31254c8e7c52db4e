package org.qipan.problem;

import java.util.NoSuchElementException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The pages of all controllers of a context, without a server; the page's frame is a bare stand-in. */
final class ProblemDoor {

    private ProblemDoor() {}

    static MockMvc mvc(ApplicationContext context) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(templates(context, "classpath:/templates/", 2));
        engine.addTemplateResolver(templates(context, "classpath:/campaign-pages/", 1));
        engine.setMessageSource(context.getBean(MessageSource.class));
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(Controller.class)
                        .values()
                        .toArray())
                .setControllerAdvice(advice(context))
                .setViewResolvers(views)
                .build();
    }

    private static Object[] advice(ApplicationContext context) {
        return java.util.stream.Stream.concat(
                        context.getBeansWithAnnotation(ControllerAdvice.class).values().stream(),
                        java.util.stream.Stream.of(new Missing()))
                .toArray();
    }

    private static SpringResourceTemplateResolver templates(ApplicationContext context, String prefix, int order) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }

    @ControllerAdvice
    static final class Missing {

        @ExceptionHandler(NoSuchElementException.class)
        @ResponseStatus(HttpStatus.NOT_FOUND)
        void missing() {}
    }
}
