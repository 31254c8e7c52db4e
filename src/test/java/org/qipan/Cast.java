package org.qipan;

import com.microsoft.playwright.Browser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of the journeys, each signed in once at the screen he uses. */
final class Cast implements AutoCloseable {

    static final String TOWN = "442000007000";
    static final String VILLAGE = "442000007201";

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Browser browser;
    private final String origin;

    Cast(Browser browser, String origin) {
        this.browser = browser;
        this.origin = origin;
    }

    Visitor officer() {
        return at(1280, "township-officer." + TOWN);
    }

    /** On a phone, as leaders do. */
    Visitor leader() {
        return at(375, "township-leader." + TOWN);
    }

    Visitor worker() {
        return at(360, "village-worker." + VILLAGE);
    }

    Visitor head() {
        return at(360, "village-head." + VILLAGE);
    }

    Visitor city() {
        return at(1280, "city-officer.442000000000");
    }

    Visitor at(int width, String username) {
        return visitors.computeIfAbsent(username, name -> new Visitor(browser, origin, width).signIn(name));
    }

    /** Another screen of somebody, or of a person only this test knows. */
    Visitor another(int width, String username) {
        return new Visitor(browser, origin, width).signIn(username);
    }

    /** As {@link #another}, far from the next mast, and slow from the first page on. */
    Visitor slow(int width, String username) {
        return new Visitor(browser, origin, width).farFromTheMast().signIn(username);
    }

    /** Somebody without an account, on a phone. */
    Visitor phone() {
        return visitors.computeIfAbsent("phone", name -> new Visitor(browser, origin, 375));
    }

    Visitor stranger() {
        return new Visitor(browser, origin, 1280);
    }

    /** After every session has ended. Keycloak still knows them. */
    void signInAgain() {
        visitors.values().forEach(visitor -> visitor.open("/"));
    }

    List<String> complaints() {
        return visitors.values().stream()
                .flatMap(visitor -> visitor.complaints().stream())
                .toList();
    }

    @Override
    public void close() {
        visitors.values().forEach(Visitor::close);
    }
}
