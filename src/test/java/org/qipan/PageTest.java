package org.qipan;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** A browser's view of a few controllers, without a server. */
public final class PageTest {

    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvc mvc;

    private PageTest(DataSource database, Class<?>... beans) {
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("source", database));
        context.register(PageTestConfig.class);
        context.register(beans);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .defaultRequest(get("/").locale(Locale.CHINA))
                .apply(springSecurity())
                .build();
    }

    public static PageTest of(DataSource database, Class<?>... beans) {
        return new PageTest(database, beans);
    }

    public MockMvc mvc() {
        return mvc;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
