package dev.signet.engine.mime.write;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.mime.Multipart;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings an entity into the form in which it is signed or encrypted. What already has that form is
 * not touched; where a leaf has to be encoded anew, the multiparts around it are put together anew.
 */
final class EntityEncoder {
  private static final int MAX_DEPTH = 30;
  private static final int MAX_PARTS = 10_000;
  private static final Set<String> EMBEDDED =
      Set.of("message/rfc822", "message/global", "message/news");

  /** Their parts are signed or encrypted already; encoding them anew would break that. */
  private static final Set<String> SEALED = Set.of("multipart/signed", "multipart/encrypted");

  private final Host host;
  private final EntityForm form;
  private final LeafEncoder leaves;

  /**
   * An entity with canonical line ends.
   *
   * @param changed whether more than line ends is new
   */
  record Encoded(Bulk bytes, boolean changed) {}

  private EntityEncoder(Host host, EntityForm form) {
    this.host = host;
    this.form = form;
    this.leaves = new LeafEncoder(host, form);
  }

  /**
   * The entity with canonical line ends, in the given form.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} when it cannot be given that form: header
   *     fields of a part with octets over 127, a broken transfer encoding, a signed part that would
   *     have to be changed; {@code TOO_LARGE} when it is nested too deeply
   */
  static Bulk encode(Host host, Bulk entity, EntityForm form) {
    Encoded encoded = new EntityEncoder(host, form).encode(entity, "text/plain", 0);
    if (form == EntityForm.SEVEN_BIT
        && encoded.changed
        && LineScan.of(encoded.bytes).needsEncoding()) {
      throw new SmimeException(ErrorCode.INTERNAL_ERROR, "an entity was not put into 7-bit form");
    }
    return encoded.bytes;
  }

  private Encoded encode(Bulk bytes, String defaultType, int depth) {
    if (depth > MAX_DEPTH) {
      throw new SmimeException(
          ErrorCode.TOO_LARGE,
          "the message is nested too deeply",
          Map.of("limit", Integer.toString(MAX_DEPTH)));
    }
    LineScan scan = LineScan.of(bytes);
    if (!scan.bareLf() && !unfit(scan) && !(form == EntityForm.SEVEN_BIT && scan.fragile())) {
      return new Encoded(bytes, false);
    }
    Entity entity = Entity.parse(bytes);
    boolean typed = entity.headers().first("Content-Type").isPresent();
    String type = typed ? entity.contentType().type() : defaultType;
    if (TransferEncoding.of(entity).identity()) {
      if (type.startsWith("multipart/")) {
        return SEALED.contains(type)
            ? sealed(entity, scan)
            : multipart(entity, type, unfit(scan), depth);
      }
      if (EMBEDDED.contains(type)) {
        return embedded(entity, unfit(scan), depth);
      }
    }
    return leaves.encode(entity, type, unfit(scan));
  }

  /** Whether something in the entity, be it only a header field, must not stay as it is. */
  private boolean unfit(LineScan scan) {
    return form == EntityForm.SEVEN_BIT && scan.needsEncoding();
  }

  private Encoded sealed(Entity entity, LineScan scan) {
    if (unfit(scan)) {
      throw SmimeException.malformed(
          "a signed or encrypted part is not in 7-bit form and cannot be given it");
    }
    return new Encoded(host.canonicalLineEnds(entity.bytes()), false);
  }

  private Encoded multipart(Entity entity, String type, boolean unfit, int depth) {
    String boundary = entity.contentType().parameter("boundary");
    String defaultType = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
    boolean changed = unfit;
    List<Bulk> parts = new ArrayList<>();
    for (Bulk part : Multipart.parts(entity.body(), boundary, MAX_PARTS)) {
      Encoded encoded = encode(part, defaultType, depth + 1);
      changed |= encoded.changed;
      parts.add(encoded.bytes);
    }
    if (!changed) {
      return new Encoded(host.canonicalLineEnds(entity.bytes()), false);
    }
    // Preamble and epilogue say nothing to a reader of MIME and are left out.
    List<Bulk> all = new ArrayList<>();
    all.add(header(entity));
    for (Bulk part : parts) {
      all.add(line("--" + boundary));
      all.add(part);
      all.add(line(""));
    }
    all.add(line("--" + boundary + "--"));
    return new Encoded(host.concat(all), true);
  }

  private Encoded embedded(Entity entity, boolean unfit, int depth) {
    Encoded inner = encode(entity.body(), "text/plain", depth + 1);
    return unfit || inner.changed
        ? new Encoded(host.concat(List.of(header(entity), inner.bytes)), true)
        : new Encoded(host.canonicalLineEnds(entity.bytes()), false);
  }

  private Bulk header(Entity entity) {
    String encoding = form == EntityForm.SEVEN_BIT ? "7bit" : null;
    return host.hold(TransferEncoding.header(entity, form, encoding, null));
  }

  private Bulk line(String text) {
    return host.hold((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
