package org.qipan.form;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The real templates inside a frame of three lines, without the layout of the whole application. */
public final class Pages {

    private Pages() {}

    public static String print(MessageSource messages, String template, Map<String, Object> model) {
        var context = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(context)
                .buildExchange(new MockHttpServletRequest(context), new MockHttpServletResponse());
        return engine(messages).process(template, new WebContext(exchange, Locale.SIMPLIFIED_CHINESE, model));
    }

    public static ThymeleafViewResolver views(MessageSource messages) {
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine(messages));
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    private static SpringTemplateEngine engine(MessageSource messages) {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        var frame = resolver("frame/");
        frame.setOrder(1);
        frame.setResolvablePatterns(java.util.Set.of("layout", "components/*"));
        engine.addTemplateResolver(frame);
        var real = resolver("templates/");
        real.setOrder(2);
        engine.addTemplateResolver(real);
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String prefix) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
