package dev.signet.server.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A provider that says whatever a test wants it to. */
final class HostileProvider implements AutoCloseable {
  static final String CLIENT = "signet";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  RSAKey key = key("first");

  /** What the token endpoint gives for an ID token. */
  volatile String idToken = "";

  /** What becomes of the configuration. */
  volatile UnaryOperator<String> configuration = text -> text;

  volatile boolean hangs;

  /** How many codes it was asked to exchange. */
  final AtomicInteger codes = new AtomicInteger();

  HostileProvider() throws Exception {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext(
        "/.well-known/openid-configuration",
        exchange -> send(exchange, configuration.apply(configuration())));
    http.createContext("/jwks", exchange -> send(exchange, new JWKSet(key).toString()));
    http.createContext(
        "/token",
        exchange -> {
          codes.incrementAndGet();
          send(
              exchange,
              "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
                  .formatted(idToken));
        });
    http.start();
  }

  static RSAKey key(String id) throws Exception {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** Claims that are right. */
  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(CLIENT)
        .subject("alice")
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
  }

  String sign(JWTClaimsSet claims) throws Exception {
    return sign(claims, key);
  }

  static String sign(JWTClaimsSet claims, RSAKey key) throws Exception {
    return sign(claims, key, "JWT");
  }

  static String sign(JWTClaimsSet claims, RSAKey key, String type) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build(),
            claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  /** With the public key for the secret of a MAC. */
  String signByPublicKey(JWTClaimsSet claims) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            claims);
    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    return token.serialize();
  }

  /** With a header that says no type. */
  String signWithoutType(JWTClaimsSet claims) throws Exception {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  static String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  private String configuration() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/jwks","response_types_supported":["code"],
         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
        """
        .formatted(issuer());
  }

  private void send(HttpExchange exchange, String text) throws IOException {
    if (hangs) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    http.stop(0);
    threads.shutdownNow();
  }
}
