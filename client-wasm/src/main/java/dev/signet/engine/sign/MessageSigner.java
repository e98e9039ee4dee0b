package dev.signet.engine.sign;

import dev.signet.engine.SignOptions;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cms.write.SignedAttributesWriter;
import dev.signet.engine.cms.write.SignedDataWriter;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.mime.write.EntityForm;
import dev.signet.engine.mime.write.MessageParts;
import dev.signet.engine.mime.write.Wrapping;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.List;

/** Signs mail (RFC 8551 section 3.5). */
public final class MessageSigner {
  private final Host host;

  public MessageSigner(Host host) {
    this.host = host;
  }

  /**
   * The same without a wish for the padding, by a key that stands alone.
   *
   * @param digest SHA-256, SHA-384 or SHA-512
   * @param at signing time, milliseconds since 1970
   */
  public Step<Bulk> sign(
      Bulk message, UnlockedKey key, boolean opaque, DigestAlgorithm digest, long at) {
    return sign(message, key, List.of(), new SignOptions(key.id(), opaque, digest, at));
  }

  /**
   * A complete message, or a bare entity, with a signature. Header fields keep their order; the
   * {@code Content-} fields move inside.
   *
   * <p>What is signed has canonical line ends. In a detached signature it is in seven-bit form too:
   * leaves that are not are encoded as quoted-printable or base64 first, so that no transport has
   * to break the signature.
   *
   * @param unlocked the keys at hand: where the signing key itself cannot decrypt, the one of the
   *     same person that can is named for answers, and its certificate goes along
   * @param options with a digest: SHA-256, SHA-384 or SHA-512
   * @return fails with {@code KEY_UNUSABLE} when the key or its certificate does not allow signing
   *     mail at that time or with that padding; {@code UNSUPPORTED_ALGORITHM} for another digest;
   *     {@code MALFORMED_MESSAGE} and {@code TOO_LARGE} for the message
   */
  public Step<Bulk> sign(
      Bulk message, UnlockedKey key, List<UnlockedKey> unlocked, SignOptions options) {
    return Step.start(
        () -> {
          SigningKey signer = SigningKey.require(key, unlocked, options);
          MessageParts parts = MessageParts.of(host, message);
          boolean opaque = options.opaque();
          Bulk entity = parts.entity(opaque ? EntityForm.ENCLOSED : EntityForm.SEVEN_BIT);
          Wrapping wrapping = new Wrapping(host, parts);
          Step<Bulk> signed = signedData(signer, entity, opaque, options.at());
          return opaque
              ? signed.map(cms -> wrapping.pkcs7Mime("signed-data", cms))
              : signed.map(cms -> wrapping.multipartSigned(entity, signer.scheme().digest(), cms));
        });
  }

  private Step<Bulk> signedData(SigningKey signer, Bulk entity, boolean enclosed, long at) {
    Bulk certificate = host.hold(signer.certificate().der().clone());
    return Step.both(
            Step.ask(new Ask.Digest(signer.scheme().digest(), entity)),
            Step.ask(new Ask.Digest(DigestAlgorithm.SHA256, certificate)),
            (contentDigest, certificateDigest) ->
                Step.done(
                    SignedAttributesWriter.write(
                        signer.scheme(),
                        contentDigest,
                        signer.certificate(),
                        certificateDigest,
                        at,
                        signer.encryption())))
        .then(
            attributes ->
                Step.ask(new Ask.Sign(signer.privateKey(), signer.scheme(), attributes))
                    .map(
                        signature ->
                            SignedDataWriter.write(
                                host,
                                enclosed ? entity : null,
                                signer.scheme(),
                                signer.certificates(),
                                attributes,
                                signature)));
  }
}
