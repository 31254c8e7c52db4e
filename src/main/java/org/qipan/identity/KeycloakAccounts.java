package org.qipan.identity;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.qipan.directory.Directory;
import org.qipan.directory.Post;
import org.springframework.stereotype.Component;

/** The accounts of Keycloak through the service client {@code app-staff}, which may change people and nothing else. */
@Component
class KeycloakAccounts implements RealmAccounts {

    private static final int MANY = 200;

    private final KeycloakAccess access;
    private final RealmConnection connection;
    private final Directory directory;

    KeycloakAccounts(KeycloakAccess access, Directory directory) {
        this.access = access;
        this.connection = new RealmConnection(access);
        this.directory = directory;
    }

    @Override
    public UUID create(String username, String name, Set<Post> posts) {
        return with(realm -> {
            posts.forEach(post -> group(realm, post));
            var account = new UserRepresentation();
            account.setUsername(username);
            account.setFirstName(name);
            account.setEnabled(true);
            account.setGroups(posts.stream().map(KeycloakAccounts::path).toList());
            account.setRequiredActions(List.of("UPDATE_PASSWORD"));
            try (Response answer = realm.users().create(account)) {
                if (answer.getStatus() == Response.Status.CONFLICT.getStatusCode()) {
                    throw new Taken(username);
                }
                return UUID.fromString(CreatedResponseUtil.getCreatedId(answer));
            }
        });
    }

    @Override
    public void posts(UUID id, Set<Post> posts) {
        with(realm -> {
            UserResource user = realm.users().get(id.toString());
            try {
                user.toRepresentation();
            } catch (NotFoundException gone) {
                return false;
            }
            List<GroupRepresentation> held = new ArrayList<>(user.groups(0, MANY, true));
            held.removeIf(group -> KeycloakRealm.post(group.getPath()).isEmpty());
            Set<Post> missing = new HashSet<>(posts);
            held.forEach(group -> KeycloakRealm.post(group.getPath()).ifPresent(missing::remove));
            missing.forEach(post -> user.joinGroup(group(realm, post)));
            held.removeIf(group ->
                    KeycloakRealm.post(group.getPath()).filter(posts::contains).isPresent());
            held.forEach(group -> user.leaveGroup(group.getId()));
            return true;
        });
    }

    @Override
    public void temporaryPassword(UUID id, String password) {
        with(realm -> {
            var credential = new CredentialRepresentation();
            credential.setType(CredentialRepresentation.PASSWORD);
            credential.setValue(password);
            credential.setTemporary(true);
            UserResource user = realm.users().get(id.toString());
            user.resetPassword(credential);
            user.credentials().stream()
                    .filter(one -> one.getType().startsWith("webauthn"))
                    .forEach(one -> user.removeCredential(one.getId()));
            user.logout();
            return true;
        });
    }

    /** Id of the group of a post; the group, and the one of its unit, are made where the realm has none. */
    private String group(RealmResource realm, Post post) {
        try {
            return realm.getGroupByPath(path(post)).getId();
        } catch (NotFoundException none) {
            var role = new GroupRepresentation();
            role.setName(post.role());
            String id = created(realm.groups().group(unit(realm, post.unit())).subGroup(role));
            var mapping = realm.groups().group(id).roles().realmLevel();
            List<RoleRepresentation> carried = mapping.listAvailable().stream()
                    .filter(one -> one.getName().equals(post.role()))
                    .toList();
            mapping.add(carried);
            return id;
        }
    }

    private String unit(RealmResource realm, String code) {
        try {
            return realm.getGroupByPath("/" + code).getId();
        } catch (NotFoundException none) {
            var unit = new GroupRepresentation();
            unit.setName(code);
            unit.setAttributes(Map.of("unit_code", List.of(code), "display_name", List.of(directory.name(code))));
            return created(realm.groups().add(unit));
        }
    }

    private static String created(Response answer) {
        try (answer) {
            return CreatedResponseUtil.getCreatedId(answer);
        }
    }

    private static String path(Post post) {
        return "/" + post.unit() + "/" + post.role();
    }

    private <T> T with(Function<RealmResource, T> work) {
        return connection.with(KeycloakAccess.STAFF_CLIENT, access.staffSecret(), work);
    }
}
