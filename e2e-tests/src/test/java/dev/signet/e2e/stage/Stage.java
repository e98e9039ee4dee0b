package dev.signet.e2e.stage;

import com.sun.net.httpserver.HttpHandler;
import dev.signet.e2e.browser.BrowserConsole;
import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.Screenshots;
import dev.signet.e2e.browser.SdkPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.world.NssPeer;
import dev.signet.e2e.world.OpenSslPeer;
import dev.signet.e2e.world.OutsideWorld;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.RecordingProxy;
import dev.signet.e2e.world.ServerProcess;
import dev.signet.e2e.world.StaticSite;
import dev.signet.e2e.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * What all cases of a run share: the world, the server behind a recorder, the SDK's static host
 * behind another, and one browser. Set up by the first case that needs it; ended by the judgement
 * of the whole run, or with the process.
 */
public final class Stage {
  private static Stage stage;

  private final Path serverFolder = Project.scratch("server");
  private final World world = World.make(Project.scratch("world"));
  private final OpenSslPeer openssl = new OpenSslPeer(world);
  private final NssPeer nss = NssPeer.of(world, world.alice(), world.bob());
  private final Map<String, String> passwords = new LinkedHashMap<>();
  private final OutsideWorld outside = OutsideWorld.open();
  private final RecordingProxy toServer = RecordingProxy.open();
  private final RecordingProxy toSdk = RecordingProxy.open();
  private final List<Site> sites = new CopyOnWriteArrayList<>();
  private final ServerProcess server;
  private final StaticSite sdkSite;
  private final Chromium chromium;
  private final BrowserConsole console;
  private MailStage mail;

  private Stage() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen", "127.0.0.1:0");
    settings.put("origin", "http://127.0.0.1:" + toServer.port());
    settings.put("store", "jdbc:sqlite:" + serverFolder.resolve("signet.db"));
    settings.put("ocsp", "off");
    settings.put("trust-anchors", world.authority().certificate().toString());
    server = ServerProcess.prepare(serverFolder, settings);
    for (Person person : List.of(world.alice(), world.bob(), world.carol())) {
      passwords.put(person.name(), world.password());
      server.addUser(person.name(), passwords.get(person.name()));
    }
    toServer.forwardTo(server.start().port());
    sdkSite = SdkPage.site();
    toSdk.forwardTo(sdkSite.port());
    chromium = Chromium.start(Project.scratch("browser"), outside);
    console = new BrowserConsole(chromium.driver());
  }

  /** The stage of this run. */
  public static synchronized Stage get() {
    if (stage == null) {
      stage = new Stage();
    }
    return stage;
  }

  public World world() {
    return world;
  }

  public OpenSslPeer openssl() {
    return openssl;
  }

  public NssPeer nss() {
    return nss;
  }

  public Chromium chromium() {
    return chromium;
  }

  public BrowserConsole console() {
    return console;
  }

  public Screenshots screenshots() {
    return new Screenshots(chromium);
  }

  public OutsideWorld outside() {
    return outside;
  }

  /** What the WebApp's pages sent. */
  public RecordingProxy toServer() {
    return toServer;
  }

  /** What the SDK's page sent. */
  public RecordingProxy toSdk() {
    return toSdk;
  }

  /** The folder of the servers' settings, stores and logs. */
  public Path serverFolder() {
    return serverFolder;
  }

  /**
   * A further server, to be started by the caller. It ends with the run, and is judged with it.
   *
   * @param settings beyond, or in place of, those that every server of a run has
   */
  public Site site(String name, Map<String, String> settings) {
    return site(name, origin -> settings);
  }

  /** The same with settings that depend on the origin under which browsers will see it. */
  public Site site(String name, Function<String, Map<String, String>> settings) {
    return site(name, "127.0.0." + (11 + sites.size()), settings);
  }

  /** The same at a loopback address that no other site has. */
  public Site site(String name, String address, Function<String, Map<String, String>> settings) {
    Site site = Site.prepare(serverFolder.resolve(name), address, settings);
    sites.add(site);
    return site;
  }

  /** What the pages of all further servers sent. */
  public List<byte[]> sentToSites() {
    return sites.stream().flatMap(site -> site.sent().stream()).toList();
  }

  /** The WebApp, not yet loaded. */
  public WebApp app() {
    return new WebApp(chromium, "http://127.0.0.1:" + toServer.port());
  }

  /** The WebApp with this person signed in. */
  public WebApp appOf(Person person) {
    return app().signedInAs(person.name(), password(person));
  }

  /** The same, with exactly one key file stored: the person's own. */
  public WebApp appWithKeyOf(Person person) {
    return withKeyOf(person, appOf(person));
  }

  /** The same, at another site that has these people's accounts. */
  public WebApp mailAppWithKeyOf(Person person, Site site) {
    return withKeyOf(person, mailAppOf(person, site));
  }

  /** A page that the person is signed in to, with exactly one key file stored: the person's own. */
  public WebApp withKeyOf(Person person, WebApp app) {
    SettingsPage settings = app.settings();
    settings.awaitListed();
    String name = person.name() + "-import.p12";
    // Another's, or one whose passphrase was changed, goes.
    if (!settings.keys().equals(List.of(name))) {
      settings.removeAllKeys();
      settings.importP12(world.file(name, person.p12()), person.passphrase());
      settings.awaitKeys(1);
    }
    return app;
  }

  /** The same with a real mail server; begins when it is first asked for. */
  public synchronized MailStage mail() {
    if (mail == null) {
      mail = new MailStage(this);
    }
    return mail;
  }

  /** The WebApp before the mail server, with one of its people signed in. */
  public WebApp mailAppOf(Person person) {
    return mailAppOf(person, mail().site());
  }

  private WebApp mailAppOf(Person person, Site site) {
    String password = mail().password(person);
    return site.app(chromium)
        .signedInAs(person.address(), password)
        .signedInToMail(person.address(), password);
  }

  /** The same, with exactly one key file stored: the person's own. */
  public WebApp mailAppWithKeyOf(Person person) {
    return withKeyOf(person, mailAppOf(person));
  }

  /** What this person signs in with. */
  public String password(Person person) {
    return passwords.get(person.name());
  }

  /** The SDK's page, loaded anew: no engine lives in it yet. */
  public SdkPage sdk() {
    return SdkPage.open(chromium.driver(), toSdk.port());
  }

  /** Serves bytes to the SDK's page, for what is too large to be passed by the driver. */
  public Map<String, Object> served(String name, byte[] content) {
    sdkSite.file(name, content);
    return SdkPage.file("/" + name);
  }

  /** Answers what the SDK's page posts to a path of its own host. */
  public void answering(String path, HttpHandler handler) {
    sdkSite.handler(path, handler);
  }

  /** Ends the browser, then the server; what they wrote stays. */
  public void end() {
    List<AutoCloseable> parts = new ArrayList<>();
    parts.add(chromium);
    parts.addAll(sites);
    parts.add(mail);
    parts.addAll(Arrays.asList(server, sdkSite, toServer, toSdk, outside));
    for (AutoCloseable part : parts) {
      if (part != null) {
        try {
          part.close();
        } catch (Exception e) {
          System.err.println("at the end of the run: " + e);
        }
      }
    }
  }
}
