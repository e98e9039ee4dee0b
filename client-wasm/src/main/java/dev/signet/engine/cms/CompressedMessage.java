package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;

/**
 * CompressedData (RFC 3274).
 *
 * @param contentType OID of what is compressed
 */
public record CompressedMessage(String contentType, String algorithmOid, Bulk compressed)
    implements CmsMessage {

  /** id-alg-zlibCompress. */
  private static final String ZLIB = "1.2.840.113549.1.9.16.3.8";

  static CompressedMessage parse(BerElement compressedData, Host host) {
    return Asn1.read("the compressed data", () -> read(compressedData, host));
  }

  private static CompressedMessage read(BerElement compressedData, Host host) {
    Fields fields = new Fields(compressedData);
    fields.skip();
    String algorithm = CmsMessage.oid(new Fields(fields.next()).next());
    EncapsulatedContent content = EncapsulatedContent.read(fields.next(), host);
    fields.end();
    return new CompressedMessage(content.type(), algorithm, content.octets());
  }

  /**
   * The content.
   *
   * @param limit octets that it may have; fails with {@code TOO_LARGE} beyond
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public Step<Bulk> inflate(int limit) {
    if (!algorithmOid.equals(ZLIB)) {
      throw SmimeException.unsupported(algorithmOid);
    }
    return Step.ask(new Ask.Inflate(compressed, limit));
  }
}
