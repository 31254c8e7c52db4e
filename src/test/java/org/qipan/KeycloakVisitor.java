package org.qipan;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, shows every redirect, fills in Keycloak's sign-in form. */
public final class KeycloakVisitor {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client;
    private final UnaryOperator<HttpRequest> way;
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private final List<String> setCookies = new ArrayList<>();

    public KeycloakVisitor() {
        this(HttpClient.newHttpClient(), UnaryOperator.identity());
    }

    /** @param way where a request really goes; cookies stay with the address that was asked for */
    KeycloakVisitor(HttpClient client, UnaryOperator<HttpRequest> way) {
        this.client = client;
        this.way = way;
    }

    /** One request, no redirect followed. */
    public HttpResponse<String> get(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*;q=0.5");
        for (int name = 0; name < headers.length; name += 2) {
            request.setHeader(headers[name], headers[name + 1]);
        }
        return send(request);
    }

    /** One form post, no redirect followed. */
    public HttpResponse<String> post(String address, Map<String, String> form, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html,*/*;q=0.5")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(TestKeycloak.encode(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Follows redirects to the page at their end. */
    public HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> current = answer;
        for (int hops = 0; current.statusCode() / 100 == 3; hops++) {
            if (hops > 10) {
                throw new IllegalStateException("redirects in a circle: " + current.uri());
            }
            current = get(current.uri()
                    .resolve(current.headers().firstValue("Location").orElseThrow())
                    .toString());
        }
        return current;
    }

    /** Opens a page, signs in on the form it leads to and returns the page at the end. */
    public HttpResponse<String> signIn(String page, String username, String password) {
        return follow(submit(follow(get(page)), Map.of("username", username, "password", password)));
    }

    /** Sends the form of a Keycloak page. */
    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) {
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new IllegalStateException("no form on " + page.uri() + ": " + page.body());
        }
        return post(action.group(1).replace("&amp;", "&"), fields);
    }

    /** Every Set-Cookie header met so far. */
    public List<String> setCookies() {
        return List.copyOf(setCookies);
    }

    public String cookie(String address, String name) {
        return cookies.getOrDefault(host(URI.create(address)), Map.of()).get(name);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        Map<String, String> own = cookies.computeIfAbsent(host(request.uri()), host -> new TreeMap<>());
        if (!own.isEmpty()) {
            request = HttpRequest.newBuilder(request, (name, value) -> true)
                    .header(
                            "Cookie",
                            own.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; ")))
                    .build();
        }
        try {
            HttpResponse<String> answer = client.send(way.apply(request), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(header -> keep(own, header));
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(Map<String, String> own, String header) {
        setCookies.add(header);
        HttpCookie cookie = HttpCookie.parse(header).get(0);
        if (cookie.getMaxAge() == 0) {
            own.remove(cookie.getName());
        } else {
            own.put(cookie.getName(), header.substring(header.indexOf('=') + 1).split(";", 2)[0]);
        }
    }

    /** With the port: unlike a real browser this one keeps the cookies of two local servers apart. */
    private static String host(URI address) {
        return address.getHost() + ":" + address.getPort();
    }
}
