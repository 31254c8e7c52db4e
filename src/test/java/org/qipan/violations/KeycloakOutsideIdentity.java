package org.qipan.violations;

import org.keycloak.admin.client.Keycloak;

/** Asks Keycloak. */
public record KeycloakOutsideIdentity(Keycloak keycloak) {}
