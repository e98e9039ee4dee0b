package dev.signet.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** JSON in and out (RFC 8259). */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          // An error message would else quote what was sent, a password for one.
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  /**
   * Reads a body.
   *
   * @throws ProblemException 400 where it is not JSON of the type's shape; the body is not repeated
   */
  public static <T> T read(byte[] body, Class<T> type) throws ProblemException {
    try {
      // Jackson by itself takes overlong UTF-8, and UTF-16; RFC 8259, 8.1 knows UTF-8 alone.
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      T value = MAPPER.readValue(text.toString(), type);
      if (value != null) {
        return value;
      }
    } catch (IOException e) {
      // Falls through: the exception's text may quote the body.
    }
    throw new Problem(400, "The body is not the JSON object that this address takes.").exception();
  }

  /** Ends the exchange with a value as JSON. */
  public static void send(HttpServerExchange exchange, int status, String mediaType, Object value) {
    try {
      byte[] body = MAPPER.writeValueAsBytes(value);
      exchange.setStatusCode(status);
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, mediaType);
      exchange.getResponseSender().send(ByteBuffer.wrap(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the exchange with 200 and a value as JSON. */
  public static void send(HttpServerExchange exchange, Object value) {
    send(exchange, 200, "application/json", value);
  }
}
