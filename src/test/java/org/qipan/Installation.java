package org.qipan;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.qipan.directory.Staff;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The whole product on a database of its own, in this JVM, behind a real port. Keycloak is away, as it may be while people work: who is
 * signed in is a session written here.
 */
public final class Installation implements AutoCloseable {

    public final JdbcClient jdbc;
    public final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;

    /** @param settings of the product, {@code name=value} */
    public Installation(String... settings) {
        this(List.of(), settings);
    }

    /** Nothing runs by the clock: what is counted is what somebody asked for. */
    public static Installation withoutClockwork() {
        return new Installation(List.of(NoClockwork.class));
    }

    private Installation(List<Class<?>> more, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--qipan.local=true",
                "--qipan.keycloak.url=http://127.0.0.1:9",
                "--qipan.keycloak.web-secret=none",
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=warn",
                "--logging.level.org.qipan.identity=off"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        context = new SpringApplicationBuilder(QipanApplication.class, TestDatabase.Connection.class)
                .sources(more.toArray(Class<?>[]::new))
                .run(arguments.toArray(String[]::new));
        jdbc = bean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Staff employ(String role, String unit) {
        return bean(Directory.class)
                .staff(Country.employ(jdbc, new Post(role, unit)))
                .orElseThrow();
    }

    /** The header of somebody who has signed in. */
    public String cookie(Staff staff) {
        return cookie(bean(SessionRepository.class), staff.id(), staff.posts());
    }

    /** As {@link #cookie(Staff)}, for a product that runs elsewhere on the same database. */
    @SuppressWarnings("unchecked")
    static String cookie(SessionRepository<?> sessions, UUID staff, List<Post> posts) {
        List<SimpleGrantedAuthority> roles = posts.stream()
                .map(post -> new SimpleGrantedAuthority("ROLE_" + post.role()))
                .toList();
        OidcIdToken token = OidcIdToken.withTokenValue("signed in")
                .subject(staff.toString())
                .issuedAt(Instant.now())
                .build();
        String session = save(
                (SessionRepository<? extends Session>) sessions,
                new SecurityContextImpl(
                        new OAuth2AuthenticationToken(new DefaultOidcUser(roles, token), roles, "keycloak")));
        return "SID=" + Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
    }

    private static <S extends Session> String save(SessionRepository<S> sessions, SecurityContextImpl who) {
        S session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", who);
        sessions.save(session);
        return session.getId();
    }

    public HttpRequest.Builder request(String path, String cookie) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html");
    }

    /** A page as a person's browser asks for it. */
    public String page(String path, String cookie) {
        HttpResponse<String> answer = send(request(path, cookie).GET().build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** Takes out what runs the methods that are due by the clock. */
    static final class NoClockwork implements BeanDefinitionRegistryPostProcessor {

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            registry.removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
        }
    }
}
