package org.qipan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class ServiceTokensTests {

    private static final String ISSUER = "https://login.example/realms/qipan";
    private static final RSAKey KEY = key();
    private static final RSAKey OTHER = key();

    private final JwtDecoder decoder = ServiceTokens.checked(
            NimbusJwtDecoder.withPublicKey(publicKey())
                    .signatureAlgorithm(SignatureAlgorithm.RS256)
                    .build(),
            ISSUER,
            "qipan-api");

    @Test
    void takesTheTokenAClientGotForItself() {
        assertThat(decoder.decode(signed(KEY, claims -> {})).getClaimAsString("client_id"))
                .isEqualTo("app-hotline");
    }

    @Test
    void refusesATokenForAnotherService() {
        refuses(signed(KEY, claims -> claims.audience("account")));
        refuses(signed(KEY, claims -> claims.audience((String) null)));
    }

    @Test
    void refusesATokenOfAnotherRealm() {
        refuses(signed(KEY, claims -> claims.issuer("https://login.example/realms/master")));
    }

    @Test
    void refusesATokenThatIsOverOrNeverEnds() {
        refuses(signed(KEY, claims -> claims.expirationTime(at(-120))));
        refuses(signed(KEY, claims -> claims.expirationTime(null)));
        refuses(signed(KEY, claims -> claims.notBeforeTime(at(300))));
    }

    @Test
    void refusesATokenOfAPerson() {
        refuses(signed(KEY, claims -> claims.claim("client_id", null)));
        refuses(signed(KEY, claims -> claims.claim("sid", "a session")));
        refuses(signed(KEY, claims -> claims.claim("azp", "app-web")));
    }

    @Test
    void refusesOtherKindsOfTokens() {
        refuses(signed(KEY, claims -> claims.claim("typ", "ID")));
        refuses(signed(KEY, claims -> claims.claim("typ", "Refresh")));
        refuses(signed(KEY, claims -> claims.claim("typ", null)));
    }

    @Test
    void refusesWhatItsOwnKeyDidNotSign() throws JOSEException {
        refuses(signed(OTHER, claims -> {}));
        refuses(new PlainJWT(claims(set -> {})).serialize());
        // the public key taken for a shared one
        var confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(set -> {}));
        confused.sign(new MACSigner(publicKey().getEncoded()));
        refuses(confused.serialize());
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    private static String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims(change));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("qipan-api")
                .subject("6a0d1f6e-0000-4000-8000-000000000001")
                .issueTime(at(-10))
                .expirationTime(at(290))
                .claim("typ", "Bearer")
                .claim("azp", "app-hotline")
                .claim("client_id", "app-hotline")
                .claim("scope", "complaints");
        change.accept(claims);
        return claims.build();
    }

    private static Date at(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.security.interfaces.RSAPublicKey publicKey() {
        try {
            return KEY.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
