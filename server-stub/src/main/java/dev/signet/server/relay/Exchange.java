package dev.signet.server.relay;

import dev.signet.server.asn1.Asn1BoundsException;
import dev.signet.server.asn1.Asn1Extent;
import dev.signet.server.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/** One request to one responder (RFC 6960, appendix A.1), and its answer within bounds. */
final class Exchange {
  /** Bytes of the longest answer. */
  static final int MOST_BYTES = 64 * 1024;

  private static final String RESPONSE_TYPE = "application/ocsp-response";
  private static final int SEQUENCE = 0x30;

  private final Upstream upstream;
  private final ResponderAddress responder;
  private final HttpPost request;
  private final Clock clock;
  private volatile CloseableHttpClient client;
  private volatile boolean aborted;

  Exchange(Upstream upstream, ResponderAddress responder, byte[] body, Clock clock) {
    this.upstream = upstream;
    this.responder = responder;
    this.clock = clock;
    this.request = new HttpPost(responder.uri());
    request.setEntity(new ByteArrayEntity(body, ContentType.create("application/ocsp-request")));
    request.setHeader(HttpHeaders.ACCEPT, RESPONSE_TYPE);
  }

  /**
   * Asks; blocks until there is an answer.
   *
   * @param addresses where to connect to
   * @throws ProblemException 502, 504
   */
  Answer ask(List<InetAddress> addresses) throws ProblemException {
    String name = responder.host().text().replaceAll("[\\[\\]]", "");
    try (CloseableHttpClient opened = upstream.client(name, addresses)) {
      client = opened;
      if (aborted) {
        throw Failures.tooSlow().exception();
      }
      return opened.execute(request, this::read);
    } catch (java.io.InterruptedIOException e) {
      throw Failures.tooSlow().exception();
    } catch (Refused e) {
      throw Failures.responder(e.getMessage()).exception();
    } catch (IOException e) {
      throw (aborted ? Failures.tooSlow() : Failures.responder("cannot be spoken to")).exception();
    }
  }

  /** Ends it wherever it is; from another thread. */
  void abort() {
    aborted = true;
    request.abort();
    CloseableHttpClient open = client;
    if (open != null) {
      open.close(CloseMode.IMMEDIATE);
    }
  }

  private Answer read(ClassicHttpResponse response) throws IOException, HttpException {
    if (response.getCode() != 200) {
      throw new Refused("answered with status " + response.getCode());
    }
    HttpEntity entity = response.getEntity();
    ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
    if (type == null || !RESPONSE_TYPE.equalsIgnoreCase(type.getMimeType())) {
      throw new Refused("answered with another media type");
    }
    Header coding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !"identity".equalsIgnoreCase(coding.getValue())) {
      throw new Refused("answered with a content coding");
    }
    byte[] body = body(entity);
    Instant now = clock.instant();
    return new Answer(body, now, Freshness.until(body, response, now));
  }

  private static byte[] body(HttpEntity entity) throws IOException {
    if (entity.getContentLength() > MOST_BYTES) {
      throw new Refused("answered with more than " + MOST_BYTES + " bytes");
    }
    try (InputStream content = entity.getContent()) {
      byte[] body = content.readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new Refused("answered with more than " + MOST_BYTES + " bytes");
      }
      if (body.length == 0 || body[0] != SEQUENCE || Asn1Extent.of(body) != body.length) {
        throw new Refused("answered with something else than an OCSPResponse");
      }
      return body;
    } catch (Asn1BoundsException e) {
      throw new Refused("answered with something else than an OCSPResponse");
    }
  }

  /** An answer that is not relayed; says what it did. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String fault) {
      super(fault);
    }
  }
}
