package org.qipan.violations;

import org.keycloak.admin.client.Keycloak;

/** Asks Keycloak. */
public record KeycloakOutsideDirectory(Keycloak keycloak) {}
