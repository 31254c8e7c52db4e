package org.qipan.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this module reaches Keycloak. Without an address or the secret of {@code app-sync} nothing is copied and the tables stay as they are.
 *
 * @param url Keycloak as browsers reach it
 * @param internalUrl Keycloak as this node reaches it, null when it is the same
 * @param syncSecret secret of the client that may only look
 * @param leaverSecret secret of the client that may disable people
 * @param staffSecret secret of the client that makes accounts and gives posts
 */
@ConfigurationProperties("qipan.keycloak")
record KeycloakAccess(
        @Nullable URI url,
        @Nullable URI internalUrl,
        @DefaultValue("qipan") String realm,
        @DefaultValue("") String syncSecret,
        @DefaultValue("") String leaverSecret,
        @DefaultValue("") String staffSecret) {

    static final String SYNC_CLIENT = "app-sync";
    static final String LEAVER_CLIENT = "app-leaver";
    static final String STAFF_CLIENT = "app-staff";

    boolean copies() {
        return url != null && !syncSecret.isEmpty();
    }

    boolean disables() {
        return url != null && !leaverSecret.isEmpty();
    }

    boolean appoints() {
        return url != null && !staffSecret.isEmpty();
    }

    String server() {
        URI reached = internalUrl == null ? url : internalUrl;
        if (reached == null) {
            throw new IllegalStateException("qipan.keycloak.url is not set");
        }
        return reached.toString().replaceAll("/+$", "");
    }
}
