package dev.signet.server.session.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.signet.server.session.ExternalAccounts;
import dev.signet.server.settings.SignInSettings;
import java.text.ParseException;
import java.util.Set;

/** Validates what the provider has signed, and reads whom it names. */
final class Tokens {
  /** Signatures alone: neither {@code none} nor a MAC, whose key the server would share. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** What access tokens are called (RFC 9068, 2.1), or were before; a token has to say so. */
  private static final DefaultJOSEObjectTypeVerifier<SecurityContext> ACCESS_TOKEN_TYPES =
      new DefaultJOSEObjectTypeVerifier<>(
          new JOSEObjectType("at+jwt"),
          new JOSEObjectType("application/at+jwt"),
          JOSEObjectType.JWT);

  /** What ID tokens have and access tokens do not. */
  private static final Set<String> NOT_IN_ACCESS_TOKENS = Set.of("nonce", "at_hash", "c_hash");

  private final SignInSettings.Oidc settings;
  private final Provider provider;

  Tokens(SignInSettings.Oidc settings, Provider provider) {
    this.settings = settings;
    this.provider = provider;
  }

  /** Whom an ID token names (OpenID Connect Core 1.0, 3.1.3.7). */
  String userOfIdToken(JWT token, Nonce nonce) throws RefusedException, ProviderException {
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(settings.issuer()), new ClientID(settings.clientId()), selector(), null);
    try {
      if (!(token instanceof SignedJWT)) {
        throw new RefusedException("the ID token is not signed");
      }
      JWTClaimsSet claims = validator.validate(token, nonce).toJWTClaimsSet();
      Object asker = claims.getClaim("azp");
      if (asker == null ? claims.getAudience().size() > 1 : !asker.equals(settings.clientId())) {
        throw new RefusedException("the ID token was made for another client, or does not say");
      }
      return user(claims);
    } catch (BadJOSEException | com.nimbusds.oauth2.sdk.ParseException e) {
      throw new RefusedException("the ID token is not valid: " + e.getMessage());
    } catch (JOSEException e) {
      throw failure(e);
    }
  }

  /** Whom an access token names (RFC 9068, 4). */
  String userOfAccessToken(String text) throws RefusedException, ProviderException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(ACCESS_TOKEN_TYPES);
    processor.setJWSKeySelector(selector());
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            Set.of(settings.audience()),
            new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
            Set.of("exp", "sub"),
            NOT_IN_ACCESS_TOKENS));
    try {
      return user(processor.process(SignedJWT.parse(text), null));
    } catch (BadJOSEException | ParseException e) {
      throw new RefusedException("the access token is not valid: " + e.getMessage());
    } catch (JOSEException e) {
      throw failure(e);
    }
  }

  private JWSVerificationKeySelector<SecurityContext> selector() throws ProviderException {
    return new JWSVerificationKeySelector<>(ALGORITHMS, provider.known().keys());
  }

  private static ProviderException failure(JOSEException e) throws RefusedException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RateLimitReachedException) {
        // The keys have just been fetched, and it was not among them.
        throw new RefusedException("signed with an unknown key");
      }
      if (cause instanceof JWKSetUnavailableException) {
        return new ProviderException("the provider's keys cannot be had", e);
      }
    }
    throw new RefusedException("the token cannot be verified: " + e.getMessage());
  }

  private String user(JWTClaimsSet claims) throws RefusedException {
    String claim = settings.userClaim();
    Object value = claims.getClaim(claim);
    if (claim.equals("email") && !Boolean.TRUE.equals(claims.getClaim("email_verified"))) {
      throw new RefusedException("the address in email is not verified");
    }
    if (!(value instanceof String text)) {
      throw new RefusedException("the token has no text in " + claim);
    }
    return ExternalAccounts.name(text)
        .orElseThrow(() -> new RefusedException("no account can have the name in " + claim));
  }
}
