package dev.signet.e2e.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What the browser wrote to its console over a run, pages and workers alike. */
public final class BrowserConsole {
  private final ChromeDriver driver;
  private final List<LogEntry> entries = new ArrayList<>();

  public BrowserConsole(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Takes over what is new; the driver forgets it when it has been read. */
  public synchronized List<LogEntry> read() {
    driver.manage().logs().get(LogType.BROWSER).forEach(entries::add);
    return List.copyOf(entries);
  }

  /** Breaches of a Content Security Policy, as the browser reports them. */
  public List<String> policyViolations() {
    return messages(entry -> entry.getMessage().contains("Content Security Policy"));
  }

  /** Errors other than answers of the server with a status from 400 to 499. */
  public List<String> errors() {
    return messages(
        entry ->
            entry.getLevel().intValue() >= Level.SEVERE.intValue()
                && !entry.getMessage().matches("(?s).*responded with a status of 4\\d\\d.*"));
  }

  private List<String> messages(Predicate<LogEntry> which) {
    return read().stream().filter(which).map(LogEntry::toString).toList();
  }
}
