package dev.signet.server.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.signet.server.settings.OperationSettings.LogFormat;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Chooses the form of the lines on standard error; {@code logback.xml} has the plain one. */
public final class Logging {
  private static final String APPENDER = "stderr";

  private Logging() {}

  /** From now on, lines have that form. Does nothing where another configuration is in use. */
  public static void use(LogFormat format) {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      use(format, root);
    }
  }

  /**
   * From now on, nothing that a library tells {@code java.util.logging} is written: those lines
   * have a form of their own, and what they say (pgjdbc's above all) is thrown as well.
   */
  public static void silenceJava() {
    LogManager.getLogManager().reset();
  }

  static void use(LogFormat format, Logger root) {
    Appender<ILoggingEvent> appender = root.getAppender(APPENDER);
    if (format == LogFormat.JSON
        && appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
      stream.stop();
      stream.setEncoder(json(stream));
      stream.start();
    }
  }

  private static JsonEncoder json(OutputStreamAppender<ILoggingEvent> stream) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(stream.getContext());
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    encoder.setWithMarkers(false);
    encoder.setWithMDC(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }
}
