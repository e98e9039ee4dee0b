package dev.signet.server;

import dev.signet.server.assets.AssetHandler;
import dev.signet.server.assets.Assets;
import dev.signet.server.audit.Audit;
import dev.signet.server.http.BodyHandler;
import dev.signet.server.http.Json;
import dev.signet.server.http.MethodsHandler;
import dev.signet.server.http.Problems;
import dev.signet.server.http.RouteHandler;
import dev.signet.server.http.Site;
import dev.signet.server.keys.KeyAuditHandler;
import dev.signet.server.keys.KeyResource;
import dev.signet.server.metrics.CountedAudit;
import dev.signet.server.metrics.MetricsResource;
import dev.signet.server.relay.OcspRelay;
import dev.signet.server.session.Session;
import dev.signet.server.settings.Settings;
import dev.signet.server.store.Store;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.time.Clock;
import java.util.function.Supplier;

/** Which path leads where, and what stands before each resource. */
final class Routes {
  private static final String TRUST_ANCHORS_TYPE = "application/pem-certificate-chain";

  private final Settings settings;
  private final Store store;
  private final SignInRoutes signIn;
  private final Clock clock;
  private final PrometheusMeterRegistry meters;
  private final Audit audit;

  Routes(Settings settings, Store store, Site site, Clock clock, PrometheusMeterRegistry meters) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.meters = meters;
    this.audit = new CountedAudit(meters, Audit.log());
    this.signIn = SignInRoutes.of(settings, store, site, clock, audit);
  }

  HttpHandler handler(Assets assets, Supplier<byte[]> trustAnchors) {
    return new RouteHandler(get(AssetHandler.of(assets)))
        .exact("/metrics", get(new MetricsResource(meters, settings.operation().metricsAllow())))
        .exact("/api/config", uncached(get(this::config)))
        .exact("/api/trust-anchors", get(AssetHandler.ofText(TRUST_ANCHORS_TYPE, trustAnchors)))
        .exact("/api/session", uncached(signIn.session()))
        .exact("/api/session/oidc", uncached(signIn.begin()))
        .exact("/api/session/oidc/callback", uncached(signIn.callback()))
        .exact("/api/keys", uncached(keys()))
        .below("/api/keys/", uncached(key()))
        .exact("/api/ocsp", uncached(ocsp()))
        .exact("/api", Routes::nothing)
        .below("/api/", Routes::nothing);
  }

  private HttpHandler keys() {
    return get(signedIn(new KeyResource(store, settings.limits())::list));
  }

  private HttpHandler key() {
    KeyResource resource = new KeyResource(store, settings.limits());
    return new KeyAuditHandler(
        audit,
        new MethodsHandler()
            .on(Methods.GET, signedIn(resource::get))
            .on(Methods.DELETE, signedIn(resource::delete))
            .on(
                Methods.PUT,
                signedIn(
                    new BodyHandler(
                        KeyResource.MEDIA_TYPE,
                        settings.limits().keyBytes(),
                        new StoreProblemHandler(resource::put)))));
  }

  private HttpHandler ocsp() {
    if (!settings.relay().on()) {
      return Routes::nothing;
    }
    OcspRelay relay = OcspRelay.of(settings.relay(), clock, meters);
    return new MethodsHandler()
        .on(Methods.POST, signedIn(relay.handler(exchange -> Session.of(exchange).user())));
  }

  private HttpHandler signedIn(HttpHandler resource) {
    return signIn.required(resource);
  }

  private static HttpHandler get(HttpHandler handler) {
    return new MethodsHandler().on(Methods.GET, handler);
  }

  private static HttpHandler uncached(HttpHandler next) {
    return exchange -> {
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
      next.handleRequest(exchange);
    };
  }

  private void config(HttpServerExchange exchange) {
    Json.send(exchange, PageConfig.of(settings.page()));
  }

  private static void nothing(HttpServerExchange exchange) throws Exception {
    throw Problems.notFound();
  }
}
