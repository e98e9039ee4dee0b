package dev.signet.server.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.server.settings.OperationSettings.LogFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.KeyValuePair;

/** One event is one line in both forms, whatever it says. */
class LogLineTest {
  private final LoggerContext context = new LoggerContext();

  static List<String> hostileTexts() {
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(0, 0x2100).forEach(all::appendCodePoint);
    return List.of(
        "x\nINFO signet.audit action=\"sign-in\"",
        "x\r\ny",
        "\u0085\u2028\u2029",
        "\ud800 alone, \udc00 alone, and \ud83d\ude00 together",
        "\"},{\"user\":\"admin\"}",
        "back\\slash \\n",
        "\u001b[2J\u202e",
        "{} {}",
        all.toString());
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void jsonIsOneValidObject(String text) throws Exception {
    byte[] bytes = json(event(text));
    String line = new String(bytes, UTF_8);
    assertTrue(line.endsWith("\n"));
    assertEquals(1, line.lines().count());
    JsonNode object = new ObjectMapper().readTree(bytes);
    String seen = new String(text.getBytes(UTF_8), UTF_8);
    assertEquals(seen, object.get("formattedMessage").asText());
    assertEquals(seen, object.get("kvpList").get(0).get("user").asText());
    assertEquals(seen, object.get("throwable").get("message").asText());
    assertEquals("signet.audit", object.get("loggerName").asText());
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void plainIsOneLineOfVisibleCharacters(String text) {
    String line = new PlainLine().convert(event(text));
    assertTrue(
        line.chars()
            .noneMatch(
                c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0x202e));
    assertEquals(new String(line.getBytes(UTF_8), UTF_8), line, "no half surrogate");
  }

  @Test
  void plainKeepsQuotesApart() {
    LoggingEvent event = new LoggingEvent();
    event.setMessage("audit");
    event.addKeyValuePair(new KeyValuePair("user", "a\" outcome=\"done"));
    assertEquals("audit user=\"a\\\" outcome=\\\"done\"", new PlainLine().convert(event));
  }

  @Test
  void plainDoesNotSayTwiceWhatTheMessageSays() {
    LoggingEvent event = new LoggingEvent();
    event.setMessage("{} {}");
    event.setArgumentArray(new Object[] {"GET", "200"});
    event.addKeyValuePair(new KeyValuePair("status", "200"));
    event.addKeyValuePair(new KeyValuePair("ms", 3));
    assertEquals("GET 200 ms=\"3\"", new PlainLine().convert(event));
  }

  private LoggingEvent event(String text) {
    LoggingEvent event = new LoggingEvent();
    event.setLoggerContext(context);
    event.setLoggerName("signet.audit");
    event.setLevel(Level.INFO);
    event.setTimeStamp(1);
    event.setThreadName("test");
    event.setMessage(text);
    event.addKeyValuePair(new KeyValuePair("user", text));
    event.setThrowableProxy(
        new ch.qos.logback.classic.spi.ThrowableProxy(new IllegalStateException(text)));
    return event;
  }

  private byte[] json(LoggingEvent event) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ConsoleAppender<ch.qos.logback.classic.spi.ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("stderr");
    root.addAppender(appender);
    Logging.use(LogFormat.JSON, root);
    assertFalse(appender.getEncoder() == null, "the appender took it");
    return appender.getEncoder().encode(event);
  }
}
