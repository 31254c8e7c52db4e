package org.qipan.identity;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** Reaches the realm as one of our service accounts, or says soon that it cannot. */
final class RealmConnection {

    private static final int CONNECT_SECONDS = 3;
    private static final int READ_SECONDS = 15;

    private final KeycloakAccess access;

    RealmConnection(KeycloakAccess access) {
        this.access = access;
    }

    /** @throws Realm.Unreachable if Keycloak does not answer, or refuses the account */
    <T> T with(String client, String secret, Function<RealmResource, T> work) {
        try (var http = ClientBuilder.newBuilder()
                        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                        .build();
                Keycloak keycloak = KeycloakBuilder.builder()
                        .serverUrl(access.server())
                        .realm(access.realm())
                        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .clientId(client)
                        .clientSecret(secret)
                        .scope("openid")
                        .resteasyClient(http)
                        .build()) {
            return work.apply(keycloak.realm(access.realm()));
        } catch (ProcessingException | WebApplicationException e) {
            throw new Realm.Unreachable(String.valueOf(e.getMessage()), e);
        }
    }
}
