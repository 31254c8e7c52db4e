package org.qipan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class FootTests {

    @Test
    void saysWhoRunsItHowToReachThemTheNumberAndTheVersion() {
        assertThat(printed(new Foot("中山市火炬开发区", "0760-00000000", "粤ICP备00000000号", "1.2.3", false)))
                .contains("主办单位：中山市火炬开发区", "联系方式：0760-00000000", "棋盘 1.2.3")
                .contains("href=\"https://beian.miit.gov.cn/\"", "粤ICP备00000000号")
                .doesNotContain("演示数据");
    }

    @Test
    void printsNothingWhereNothingIsSet() {
        assertThat(printed(new Foot("", "", "", "", false))).isBlank();
        assertThat(printed(null)).isBlank();
        assertThat(printed(new Foot("", "", "", "", true))).contains("演示数据，不含真实个人信息");
    }

    private static String printed(Foot foot) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(files);
        engine.setTemplateEngineMessageSource(messages);
        var context = new Context(Locale.CHINA);
        context.setVariable("foot", foot);
        return engine.process("components/foot", Set.of("site"), context);
    }
}
