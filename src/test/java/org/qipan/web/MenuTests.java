package org.qipan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

class MenuTests {

    private static final List<String> ROLES = List.of(
            "village-worker", "township-officer", "township-leader", "system-admin", "security-admin", "audit-admin");

    @Test
    void everyEntryLeadsToAPage() {
        assertThat(Menu.of(holding(ROLES), "/").stream().map(Menu.Item::url))
                .hasSizeGreaterThan(5)
                .isSubsetOf(pages());
    }

    @Test
    void onlyTheSystemAdministratorIsOfferedOperations() {
        assertThat(Menu.of(holding(List.of("system-admin")), "/operations"))
                .anyMatch(item -> item.url().equals("/operations") && item.current());
        assertThat(Menu.of(holding(List.of("township-leader", "audit-admin", "security-admin")), "/"))
                .noneMatch(item -> item.url().equals("/operations"));
    }

    @Test
    void whoeverWorksIsOfferedToRaiseAProblemAndNoSeparatedAdministrator() {
        assertThat(Menu.of(holding(List.of("service-provider")), "/problems/new"))
                .anyMatch(item -> item.url().equals("/problems") && item.current());
        assertThat(Menu.of(holding(List.of("system-admin", "security-admin", "audit-admin")), "/"))
                .noneMatch(item -> item.url().equals("/problems"));
    }

    private static Staff holding(List<String> roles) {
        return new Staff(
                new UUID(0, 1),
                "a",
                "a",
                true,
                roles.stream().map(role -> new Post(role, "442000007000")).toList());
    }

    /** Addresses that answer to GET, as written in the controllers of the product. */
    private static Set<String> pages() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scan.findCandidateComponents("org.qipan").stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), MenuTests.class.getClassLoader()))
                .filter(MenuTests::ofTheProduct)
                .flatMap(MenuTests::addresses)
                .collect(Collectors.toSet());
    }

    private static boolean ofTheProduct(Class<?> type) {
        return !type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static Stream<String> addresses(Class<?> controller) {
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        String[] prefixes = above == null || above.path().length == 0 ? new String[] {""} : above.path();
        return Arrays.stream(controller.getDeclaredMethods())
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null
                        && (mapping.method().length == 0
                                || Arrays.asList(mapping.method()).contains(RequestMethod.GET)))
                .flatMap(mapping -> Arrays.stream(mapping.path().length == 0 ? new String[] {""} : mapping.path()))
                .flatMap(path -> Arrays.stream(prefixes).map(prefix -> prefix + path));
    }
}
