package dev.signet.server.session.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Exchanges a code for an ID token (OpenID Connect Core 1.0, 3.1.3). */
final class CodeExchange {
  private final OpenId openId;
  private final URI callback;

  CodeExchange(OpenId openId, URI callback) {
    this.openId = openId;
    this.callback = callback;
  }

  /** Whom the ID token names that the code is good for. */
  String user(AuthorizationCode code, Attempt attempt) throws RefusedException, ProviderException {
    OIDCProviderMetadata metadata = openId.provider().known().metadata();
    AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, callback, attempt.verifier());
    return openId.tokens().userOfIdToken(idToken(request(metadata, grant)), attempt.nonce());
  }

  private TokenRequest request(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
    ClientID client = new ClientID(openId.settings().clientId());
    URI address = metadata.getTokenEndpointURI();
    if (openId.settings().clientSecret().isEmpty()) {
      return new TokenRequest(address, client, grant);
    }
    Secret secret = new Secret(openId.settings().clientSecret().get());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    ClientAuthentication proof =
        basic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
    return new TokenRequest(address, proof, grant);
  }

  private JWT idToken(TokenRequest request) throws RefusedException, ProviderException {
    TokenResponse response;
    try {
      response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(openId.http()));
    } catch (IOException | ParseException e) {
      // The parser's message may quote the answer, which holds tokens.
      String why = e instanceof IOException ? e.getMessage() : "no token response";
      throw new ProviderException("the code could not be exchanged: " + why, e);
    }
    if (!response.indicatesSuccess()) {
      throw new RefusedException(
          "the provider refuses the code: "
              + response.toErrorResponse().getErrorObject().getCode());
    }
    JWT token = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
    if (token == null) {
      throw new RefusedException("the provider sends no ID token");
    }
    return token;
  }
}
