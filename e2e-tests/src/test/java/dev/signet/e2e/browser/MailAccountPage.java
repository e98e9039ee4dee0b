package dev.signet.e2e.browser;

import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** The mail account that the loaded page holds, asked past its lists and buttons. */
public final class MailAccountPage {
  private static final String PRELUDE =
      """
      const done = arguments[arguments.length - 1];
      const account = document.querySelector('signet-app').workspace.mail;
      const server = account.server;
      const folder = (role) => server?.folders.find((one) => one.role === role)?.id;
      const when = async (condition) => {
        for (let i = 0; i < 300 && !condition(); i += 1)
          await new Promise((resolve) => setTimeout(resolve, 50));
        if (!condition()) throw new Error('waited for ' + condition);
      };
      const list = async (query) => {
        const found = server.list({ search: '', order: { column: 'date', descending: true },
          ...query });
        found.need(0, 100);
        await when(() => found.failure !== null || found.total !== null &&
          (found.total === 0 || found.at(Math.min(99, found.total - 1)) !== null));
        const all = Array.from({ length: Math.min(100, found.total ?? 0) }, (_, i) => found.at(i));
        found.close();
        return all;
      };
      const subjects = async (query) => (await list(query)).map((one) => one.summary.subject);
      const id = async (role, subject) =>
        (await list({ folder: folder(role) })).find((one) => one.summary.subject === subject).id;
      """;

  private final ChromeDriver driver;

  public MailAccountPage(Chromium chromium) {
    driver = chromium.driver();
  }

  /**
   * Runs the body of an asynchronous function, which knows {@code account}, {@code server}, {@code
   * folder}, {@code list}, {@code subjects}, {@code id} and {@code when}.
   *
   * @return what it returns; a failure is its code and the word {@code failed} before it
   */
  public Object run(String body, Object... arguments) {
    String script =
        PRELUDE
            + "(async (given) => {"
            + body
            + "})([...arguments].slice(0, -1)).then((value) => done(value ?? null),"
            + " (error) => done('failed ' + (error.code ?? error.stack)));";
    return driver.executeAsyncScript(script, arguments);
  }

  /** The subjects of a list's first mails. */
  @SuppressWarnings("unchecked")
  public List<String> subjects(String role, String search, String column, boolean descending) {
    return (List<String>)
        run(
            "const [role, search, column, descending] = given;"
                + "return subjects({ folder: folder(role), search, order: { column, descending } });",
            role,
            search,
            column,
            descending);
  }

  /** Waits until the account is in this state. */
  public void await(String state) {
    run("await when(() => account.state === given[0]);", state);
  }

  /** State and code of the failure, in this moment. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> state() {
    return (Map<String, Object>)
        run("return { state: account.state, failure: account.failure?.code ?? '' };");
  }
}
