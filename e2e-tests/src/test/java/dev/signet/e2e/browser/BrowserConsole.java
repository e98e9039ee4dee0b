package dev.signet.e2e.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What the browser wrote to its console over a run, pages and workers alike. */
public final class BrowserConsole {
  private static final Pattern BLOCKED_IN_MAIL =
      Pattern.compile(
          "(Applying inline style|Executing inline event handler) violates .* has been blocked",
          Pattern.DOTALL);

  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?s).*responded with a status of 4\\d\\d.*"
              + "|\\S*/(sample-)?ocsp\\?responder=\\S* .*responded with a status of 50[24].*");

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

  /**
   * Takes back the breaches that a hostile mail attempts by being parsed: whatever parser a page
   * has, Chromium reports each inline style and event handler that the policy blocked in it.
   *
   * @param before what {@link #read} gave before the mail was opened
   * @return those that were neither, and stay on record
   */
  public synchronized List<String> blockedInMail(List<LogEntry> before) {
    List<LogEntry> since = new ArrayList<>(read());
    since.subList(0, before.size()).clear();
    since.removeIf(entry -> !BLOCKED_IN_MAIL.matcher(entry.getMessage()).find());
    entries.removeAll(since);
    return policyViolations();
  }

  /**
   * Takes back that the browser has refused to show a page in a frame.
   *
   * @param before what {@link #read} gave before it was to be shown
   * @return how many such messages there were
   */
  public synchronized int refusedFrames(List<LogEntry> before) {
    List<LogEntry> since = new ArrayList<>(read());
    since.subList(0, before.size()).clear();
    since.removeIf(entry -> !entry.getMessage().contains("frame-ancestors"));
    entries.removeAll(since);
    return since.size();
  }

  /**
   * Takes back that requests found no server while the connection was cut.
   *
   * @param before what {@link #read} gave before that
   * @return how many such messages there were
   */
  public synchronized int lostConnections(List<LogEntry> before) {
    return takeBack(before, message -> message.contains("net::ERR_"));
  }

  /**
   * Takes back that another origin did not allow to be asked.
   *
   * @param before what {@link #read} gave before that
   * @return how many such messages there were
   */
  public synchronized int refusedByOrigin(List<LogEntry> before) {
    return takeBack(
        before, message -> message.contains("CORS policy") || message.contains("net::ERR_FAILED"));
  }

  private int takeBack(List<LogEntry> before, Predicate<String> which) {
    List<LogEntry> since = new ArrayList<>(read());
    since.subList(0, before.size()).clear();
    since.removeIf(entry -> !which.test(entry.getMessage()));
    entries.removeAll(since);
    return since.size();
  }

  /** Breaches of a Content Security Policy, as the browser reports them. */
  public List<String> policyViolations() {
    return messages(entry -> entry.getMessage().contains("Content Security Policy"));
  }

  /**
   * Errors other than answers of the server with a status from 400 to 499, and of a relay that had
   * no answer of a responder.
   */
  public List<String> errors() {
    return messages(
        entry ->
            entry.getLevel().intValue() >= Level.SEVERE.intValue()
                && !EXPECTED.matcher(entry.getMessage()).matches());
  }

  private List<String> messages(Predicate<LogEntry> which) {
    return read().stream().filter(which).map(LogEntry::toString).toList();
  }
}
