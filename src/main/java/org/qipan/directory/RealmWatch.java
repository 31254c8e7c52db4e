package org.qipan.directory;

/** Tells those who keep Qipan running how the copy of Keycloak stands. Reads our tables only. */
public interface RealmWatch {

    RealmState state();
}
