package dev.signet.server;

import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.audit.Audit;
import dev.signet.server.http.BodyHandler;
import dev.signet.server.http.MethodsHandler;
import dev.signet.server.http.OriginHandler;
import dev.signet.server.http.Problems;
import dev.signet.server.http.Site;
import dev.signet.server.http.WorkerHandler;
import dev.signet.server.session.BrowserSessions;
import dev.signet.server.session.CsrfHandler;
import dev.signet.server.session.ExternalAccounts;
import dev.signet.server.session.SessionHandler;
import dev.signet.server.session.SessionResource;
import dev.signet.server.session.SessionSource;
import dev.signet.server.session.Sessions;
import dev.signet.server.session.SignInAudit;
import dev.signet.server.session.SignInHandler;
import dev.signet.server.session.oidc.BearerSessions;
import dev.signet.server.session.oidc.CodeFlow;
import dev.signet.server.session.oidc.OpenId;
import dev.signet.server.session.proxy.ProxySessions;
import dev.signet.server.session.proxy.ProxySignInHandler;
import dev.signet.server.session.proxy.ProxyUser;
import dev.signet.server.settings.Settings;
import dev.signet.server.store.Store;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.time.Clock;
import java.util.Optional;

/** How users sign in here, by one of the three ways, and what asks that they have. */
final class SignInRoutes {
  private static final int MOST_BYTES = 8 * 1024;

  private final Site site;
  private final SessionSource source;
  private final SessionResource resource;
  private final Optional<HttpHandler> post;
  private final Optional<CodeFlow> flow;

  private SignInRoutes(
      Site site,
      SessionSource source,
      SessionResource resource,
      Optional<HttpHandler> post,
      Optional<CodeFlow> flow) {
    this.site = site;
    this.source = source;
    this.resource = resource;
    this.post = post;
    this.flow = flow;
  }

  static SignInRoutes of(Settings settings, Store store, Site site, Clock clock, Audit log) {
    BrowserSessions browsers =
        new BrowserSessions(new Sessions(store, settings.session(), clock), site);
    ExternalAccounts external = new ExternalAccounts(store);
    SignInAudit audit = new SignInAudit(log);
    SessionResource resource = new SessionResource(browsers, audit);
    return switch (settings.signIn().kind()) {
      case LOCAL -> {
        HttpHandler passwords =
            new SignInHandler(new LocalAccounts(store), browsers, audit, site, clock);
        yield new SignInRoutes(
            site, browsers, resource, Optional.of(body(passwords)), Optional.empty());
      }
      case PROXY -> {
        ProxyUser user = new ProxyUser(settings);
        HttpHandler named = new ProxySignInHandler(user, external, browsers, audit);
        yield new SignInRoutes(
            site,
            new ProxySessions(browsers, user),
            resource,
            Optional.of(bodyOrNone(named)),
            Optional.empty());
      }
      case OIDC -> {
        OpenId openId = new OpenId(settings.signIn().oidc().orElseThrow());
        yield new SignInRoutes(
            site,
            new BearerSessions(browsers, openId, external),
            resource,
            Optional.empty(),
            Optional.of(new CodeFlow(openId, external, browsers, audit, site, clock)));
      }
    };
  }

  /** {@code /api/session}. */
  HttpHandler session() {
    MethodsHandler methods =
        new MethodsHandler()
            .on(Methods.GET, required(resource::get))
            .on(Methods.DELETE, required(resource::delete));
    post.ifPresent(handler -> methods.on(Methods.POST, new OriginHandler(site, handler)));
    return methods;
  }

  /** {@code /api/session/oidc}: 404 where users sign in otherwise. */
  HttpHandler begin() {
    return flow.<HttpHandler>map(there -> get(there::begin)).orElse(SignInRoutes::nothing);
  }

  /** {@code /api/session/oidc/callback}: 404 where users sign in otherwise. */
  HttpHandler callback() {
    return flow.<HttpHandler>map(there -> get(there::callback)).orElse(SignInRoutes::nothing);
  }

  /** A session first, and for changes by a browser the site's origin and the session's token. */
  HttpHandler required(HttpHandler next) {
    HttpHandler guarded = new OriginHandler(site, new CsrfHandler(next));
    return new WorkerHandler(new StoreProblemHandler(new SessionHandler(source, guarded, next)));
  }

  private static HttpHandler get(HttpHandler handler) {
    return new MethodsHandler()
        .on(Methods.GET, new WorkerHandler(new StoreProblemHandler(handler)));
  }

  private static HttpHandler body(HttpHandler next) {
    return new BodyHandler("application/json", MOST_BYTES, new StoreProblemHandler(next));
  }

  private static HttpHandler bodyOrNone(HttpHandler next) {
    HttpHandler without = new WorkerHandler(new StoreProblemHandler(next));
    HttpHandler with = body(next);
    return exchange -> (exchange.isRequestComplete() ? without : with).handleRequest(exchange);
  }

  private static void nothing(HttpServerExchange exchange) throws Exception {
    throw Problems.notFound();
  }
}
