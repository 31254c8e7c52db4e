package org.qipan.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in.
 *
 * @param url Keycloak as browsers reach it; also the issuer of the tokens
 * @param internalUrl Keycloak as this node reaches it, null when it is the same
 * @param webSecret secret of the client {@code app-web}
 */
@ConfigurationProperties("qipan.keycloak")
record KeycloakLogin(
        URI url,
        @Nullable URI internalUrl,
        @DefaultValue("qipan") String realm,
        @DefaultValue("") String webSecret) {

    /** Address of a page of the realm that a browser opens. */
    String page(String path) {
        return realm(url) + path;
    }

    /** Address of a resource of the realm that this node calls. */
    String call(String path) {
        return realm(internalUrl == null ? url : internalUrl) + path;
    }

    String issuer() {
        return realm(url);
    }

    /** Scheme, host and port, as a content security policy names a source. */
    String origin() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private String realm(URI base) {
        return base.toString().replaceAll("/+$", "") + "/realms/" + realm;
    }
}
