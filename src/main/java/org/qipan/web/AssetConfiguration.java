package org.qipan.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Where files for browsers are found. Only under these addresses: behind the usual {@code /**} each link of a page is looked for among the
 * files of all jars, which took half the time of a worklist.
 */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration implements WebMvcConfigurer {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

    /** An address of our own carries the digest of the content, one of a WebJar its version, so neither goes stale. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String kind : List.of("css", "js", "img")) {
            registry.addResourceHandler("/" + kind + "/**")
                    .addResourceLocations("classpath:/static/" + kind + "/")
                    .setCacheControl(KEPT)
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(KEPT)
                .resourceChain(true);
    }
}
