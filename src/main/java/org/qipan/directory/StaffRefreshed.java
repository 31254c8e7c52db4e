package org.qipan.directory;

/** The directory took over what Keycloak says about a person, at log-in or because it changed. */
public record StaffRefreshed(Staff staff) {}
