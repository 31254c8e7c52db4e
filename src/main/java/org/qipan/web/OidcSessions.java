package org.qipan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which session belongs to which Keycloak session, and how they end, on every node at once: sessions are rows, so ending one is deleting its
 * row. Spring Security's own back-channel handler calls each node by http with a cookie that Spring Session cannot read, hence this one.
 */
@Component
class OidcSessions implements OidcSessionRegistry, LogoutHandler {

    private final JdbcClient jdbc;
    private final Clock clock;

    OidcSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void saveSessionInformation(OidcSessionInformation session) {
        OidcIdToken token = session.getPrincipal().getIdToken();
        jdbc.sql("insert into oidc_session (session_id, sid, sub, created) values (?, ?, ?, ?)"
                        + " on conflict (session_id) do update set sid = excluded.sid, sub = excluded.sub")
                .params(session.getSessionId(), token.getClaimAsString("sid"), token.getSubject(), now())
                .update();
    }

    @Override
    @Transactional
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return jdbc.sql("delete from oidc_session where session_id = ? returning session_id, sid, sub")
                .param(session)
                .query((row, number) -> information(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        String sid = token.getSessionId();
        return jdbc.sql("delete from oidc_session where " + (sid == null ? "sub" : "sid")
                        + " = ? returning session_id, sid, sub")
                .param(sid == null ? token.getSubject() : sid)
                .query((row, number) -> information(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** Keycloak says a session has ended; the token was checked before. */
    @Override
    @Transactional
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            removeSessionInformation(token).forEach(session -> end(session.getSessionId()));
        }
    }

    /** Ends every open session of a person, on every node. */
    @Transactional
    public void endAll(String subject) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(subject)
                .update();
        jdbc.sql("delete from oidc_session where sub = ?").param(subject).update();
    }

    /** Sessions that simply expired leave their row here. Fresh rows stay: Spring Session writes its own a moment later. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    @Transactional
    public void purge() {
        jdbc.sql("delete from oidc_session o where created < ?"
                        + " and not exists (select 1 from spring_session s where s.session_id = o.session_id)")
                .param(now().minus(Duration.ofMinutes(5)))
                .update();
    }

    private void end(String session) {
        jdbc.sql("delete from spring_session where session_id = ?")
                .param(session)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OidcSessionInformation information(String session, @Nullable String sid, String subject) {
        var token = OidcIdToken.withTokenValue("ended").subject(subject);
        if (sid != null) {
            token.claim("sid", sid);
        }
        return new OidcSessionInformation(
                session, Map.of(), new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token.build()));
    }
}
