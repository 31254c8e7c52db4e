package org.qipan.service;

import java.util.Locale;
import java.util.Optional;
import org.qipan.directory.CurrentStaff;
import org.qipan.directory.Staff;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Controllers with their real templates and a plain layout, for somebody who is logged in. */
public final class Pages implements CurrentStaff {

    private Staff staff = Town.WORKER;

    public Pages as(Staff next) {
        staff = next;
        return this;
    }

    @Override
    public Staff get() {
        return staff;
    }

    @Override
    public Optional<Staff> find() {
        return Optional.of(staff);
    }

    public MockMvc mvc(Locale locale, Object... controllers) {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(Town.messages());
        engine.addTemplateResolver(resolver("stub-templates/", 1));
        engine.addTemplateResolver(resolver("templates/", 2));
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return MockMvcBuilders.standaloneSetup(controllers)
                .setViewResolvers(views)
                .setLocaleResolver(new FixedLocaleResolver(locale))
                .build();
    }

    private static ClassLoaderTemplateResolver resolver(String prefix, int order) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }
}
