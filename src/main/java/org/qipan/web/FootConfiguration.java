package org.qipan.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives every page its {@link Foot}, also those that no controller made. */
@Configuration(proxyBeanMethods = false)
class FootConfiguration {

    /** {@code qipan.site.*}: what differs from office to office. */
    @ConfigurationProperties("qipan.site")
    record Site(
            @DefaultValue("") String owner,
            @DefaultValue("") String contact,
            @DefaultValue("") String filing) {}

    @Bean
    SmartInitializingSingleton foot(
            ThymeleafViewResolver views,
            Site site,
            ObjectProvider<BuildProperties> build,
            @Value("${qipan.local:false}") boolean demo) {
        BuildProperties built = build.getIfAvailable();
        String version = built == null || built.getVersion() == null ? "" : built.getVersion();
        var foot = new Foot(
                site.owner().strip(), site.contact().strip(), site.filing().strip(), version, demo);
        return () -> views.addStaticVariable("foot", foot);
    }
}
