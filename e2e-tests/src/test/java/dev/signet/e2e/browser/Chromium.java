package dev.signet.e2e.browser;

import dev.signet.e2e.world.OutsideWorld;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a profile folder of its own, whose only way out is recorded. */
public final class Chromium implements AutoCloseable {
  private static final List<String> SWITCHES =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-default-apps",
          "--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,"
              + "PasswordLeakDetection,PasswordLeakToggleMove,InterestFeedContentSuggestions",
          "--force-color-profile=srgb",
          "--window-size=1280,800");

  /** Two frames are painted, and what had begun to move within them has come to rest. */
  private static final String SETTLE =
      """
      const done = arguments[arguments.length - 1];
      const frames = () =>
        new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      const moving = (root) => [
        ...root.getAnimations(),
        ...[...root.querySelectorAll('*')]
          .flatMap((element) => (element.shadowRoot ? moving(element.shadowRoot) : [])),
      ];
      frames()
        .then(() => Promise.allSettled(moving(document)
          .filter((each) => each.effect.getComputedTiming().iterations !== Infinity)
          .map((each) => each.finished)))
        .then(frames)
        .then(() => done());
      """;

  /** Kept, or its level would be forgotten: no DevTools module is served for this Chromium. */
  private static final Logger VERSION_FINDER =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  static {
    VERSION_FINDER.setLevel(Level.SEVERE);
  }

  /** In a container it is often 64 MB, and then pages crash. */
  private static final long SHARED_MEMORY = 1L << 30;

  private static final int HEIGHT = 800;
  private static final int WIDTH = 1280;

  /** That of a telephone. */
  private static final int NARROW = 390;

  private final ChromeDriver driver;
  private final Path profile;
  private final Path downloads;
  private int width = WIDTH;

  private Chromium(ChromeDriver driver, Path profile, Path downloads) {
    this.driver = driver;
    this.profile = profile;
    this.downloads = downloads;
  }

  /**
   * Starts the browser; below the folder lie its profile and what is downloaded.
   *
   * @param switches beyond those that every browser of a run is given
   */
  public static Chromium start(Path folder, OutsideWorld outside, String... switches) {
    return start(folder, outside, new ChromeOptions(), Map.of(), switches);
  }

  /**
   * The same with its password manager at work, which it is not in a browser that says of itself
   * that it is driven.
   */
  public static Chromium startWithPasswordManager(Path folder, OutsideWorld outside) {
    ChromeOptions options = new ChromeOptions();
    options.setExperimentalOption("excludeSwitches", List.of("enable-automation"));
    Map<String, Object> preferences =
        Map.of("credentials_enable_service", true, "profile.password_manager_enabled", true);
    return start(folder, outside, options, preferences, "--password-store=basic");
  }

  private static Chromium start(
      Path folder,
      OutsideWorld outside,
      ChromeOptions options,
      Map<String, Object> preferences,
      String... switches) {
    Path profile = folder.resolve("profile");
    Path downloads = folder.resolve("downloads");
    options.setBinary("/usr/bin/chromium");
    options.addArguments(SWITCHES);
    options.addArguments(switches);
    if (!hasSharedMemory()) {
      options.addArguments("--disable-dev-shm-usage");
    }
    options.addArguments("--user-data-dir=" + profile, "--proxy-server=" + outside.address());
    Map<String, Object> all = new HashMap<>(preferences);
    all.put("profile.password_manager_leak_detection", false);
    all.put("search.suggest_enabled", false);
    options.setExperimentalOption("prefs", all);
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .withLogFile(folder.resolve("chromedriver.log").toFile())
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    driver.manage().timeouts().pageLoadTimeout(Duration.ofMinutes(1));
    Chromium chromium = new Chromium(driver, profile, downloads);
    chromium.command(
        "Browser.setDownloadBehavior",
        Map.of(
            "behavior",
            "allowAndName",
            "downloadPath",
            downloads.toString(),
            "eventsEnabled",
            false));
    chromium.height(HEIGHT);
    return chromium;
  }

  /** Whether there is memory for what its processes share; without, that goes to files on disk. */
  private static boolean hasSharedMemory() {
    try {
      return Files.getFileStore(Path.of("/dev/shm")).getUsableSpace() >= SHARED_MEMORY;
    } catch (IOException e) {
      return false;
    }
  }

  /** The driver of the current tab. */
  public ChromeDriver driver() {
    return driver;
  }

  /** Where everything lies that this browser writes of its own accord. */
  public Path profile() {
    return profile;
  }

  /** Where files go that a page offers for saving. */
  public Path downloads() {
    return downloads;
  }

  /** A command of the DevTools protocol. */
  public Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  /** Shows the whole page for once, as far as that is reasonable, and no longer afterwards. */
  public void wholePage(Runnable look) {
    Object wanted = driver.executeScript("return document.documentElement.scrollHeight");
    height(Math.min(Math.max(((Number) wanted).intValue(), HEIGHT), 2 * HEIGHT));
    try {
      look.run();
    } finally {
      height(HEIGHT);
    }
  }

  /** Shows the page as narrow as on a telephone for once. */
  public void narrow(Runnable look) {
    wide(NARROW, look);
  }

  /** Shows the page in another width for once, in CSS pixels. */
  public void wide(int pixels, Runnable look) {
    width = pixels;
    try {
      height(HEIGHT);
      look.run();
    } finally {
      width = WIDTH;
      height(HEIGHT);
    }
  }

  private void height(int pixels) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", pixels, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Light or dark, as the person's system would ask for it; returns once the page looks so. */
  public void colourScheme(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.executeAsyncScript(SETTLE);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
