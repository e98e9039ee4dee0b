package dev.signet.engine.open;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cms.AuthenticatedMessage;
import dev.signet.engine.cms.CmsMessage;
import dev.signet.engine.cms.CompressedMessage;
import dev.signet.engine.cms.EncryptedContent;
import dev.signet.engine.cms.EncryptedMessage;
import dev.signet.engine.cms.EnvelopedMessage;
import dev.signet.engine.cms.SignedMessage;
import dev.signet.engine.cms.recipient.Decryption;
import dev.signet.engine.cms.recipient.Secrets;
import dev.signet.engine.correspondent.Correspondents;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Colour;
import dev.signet.engine.report.EncryptionReport;
import dev.signet.engine.report.InnerParts;
import dev.signet.engine.report.Layer;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.SignerReport;
import dev.signet.engine.report.Status;
import dev.signet.engine.report.StatusCode;
import dev.signet.engine.verdict.Identity;
import dev.signet.engine.verdict.MessageVerdict;
import java.util.ArrayList;
import java.util.List;

/** Opens one message; used once. */
public final class MessageOpener {
  /** Triple wrapping with a gateway's layer around it is four; nobody sends more than a few. */
  private static final int MAX_LAYERS = 16;

  /**
   * Octets that all compressed layers of a message may expand to together; servers accept mail of
   * some 25 to 50 MB.
   */
  private static final int MAX_INFLATED = 64 * 1024 * 1024;

  private final Host host;
  private final Secrets secrets;
  private final SignerCheck signerCheck;
  private final Correspondents correspondents;
  private final List<Layer> layers = new ArrayList<>();
  private List<SignerCheck.Signer> signers;
  private EncryptionReport encryption;
  private InnerParts inner = InnerParts.NONE;
  private Identity identity;
  private Bulk reached;

  /** What lies around the innermost layer that was encrypted. */
  private final List<Bulk> outside = new ArrayList<>();

  private Status flaw;
  private long total;
  private int inflatable = MAX_INFLATED;

  /**
   * @param secrets what is at hand to decrypt with
   * @param signerCheck how signers are verified and judged
   * @param correspondents how certificates for answers are judged
   */
  public MessageOpener(
      Host host, Secrets secrets, SignerCheck signerCheck, Correspondents correspondents) {
    this.host = host;
    this.secrets = secrets;
    this.signerCheck = signerCheck;
    this.correspondents = correspondents;
  }

  /** Opens; never fails for a bad message. */
  public Step<OpenedMessage> open(Bulk message) {
    total = message.length();
    reached = message;
    outside.add(message);
    signerCheck.grant(total);
    return Step.start(() -> openOutermost(message))
        .recover(error -> Step.done(ended(statusOf(error), reached)))
        .then(this::withCorrespondents);
  }

  /** Only now is it known whether the whole message is green. */
  private Step<OpenedMessage> withCorrespondents(OpenedMessage opened) {
    if (signers == null) {
      return Step.done(opened);
    }
    boolean green = opened.status().colour() == Colour.GREEN;
    return Step.each(
            signers,
            signer ->
                correspondents.complete(
                    signer.report(),
                    signer.facts(),
                    signer.brought().certificates(),
                    signer.brought().evidence(),
                    green))
        .map(opened::signedBy);
  }

  private Step<OpenedMessage> openOutermost(Bulk message) {
    Entity entity = Entity.parse(message);
    if (entity.headers().fields().isEmpty()) {
      throw SmimeException.malformed("this is not a mail message");
    }
    identity = Identity.of(entity.headers());
    return unwrapNow(entity);
  }

  /** Goes on with what was inside; {@code type} is the OID that it was called by. */
  private Step<OpenedMessage> unwrap(String type, Bulk content) {
    if (layers.size() > MAX_LAYERS) {
      throw SmimeException.malformed("the message is wrapped too often");
    }
    CmsMessage nested = CmsMessage.nested(type, content, host);
    if (nested != null) {
      reached = content;
      return unwrapCms(nested, content);
    }
    Entity entity = Entity.parse(content);
    reached = entity.bytes();
    long done = Math.max(0, total - entity.bytes().length());
    return Step.ask(new Ask.Progress(done, total)).then(ignored -> unwrapNow(entity));
  }

  private Step<OpenedMessage> unwrapNow(Entity entity) {
    Wrapping wrapping = Wrapping.of(entity);
    return switch (wrapping.kind()) {
      case NONE -> Step.done(opened(entity));
      case DETACHED -> {
        Bulk signed = wrapping.signedPart();
        CmsMessage cms =
            CmsMessage.parse(CmsBody.of(Entity.parse(wrapping.signaturePart()), host), host);
        if (!(cms instanceof SignedMessage signature) || signature.content() != null) {
          throw SmimeException.malformed("the signature part holds something else");
        }
        layers.add(Layer.SIGNED_DETACHED);
        signerCheck.spend(signed.length());
        Bulk canonical = host.canonicalLineEnds(signed);
        List<Bulk> forms = canonical == signed ? List.of(signed) : List.of(canonical, signed);
        yield verified(signature, forms, signed);
      }
      case CMS -> {
        Bulk body = CmsBody.of(entity, host);
        outside.add(body);
        yield unwrapCms(CmsMessage.parse(body, host), entity.bytes());
      }
    };
  }

  /**
   * @param whole the bytes that are handed out where the message holds no content
   */
  private Step<OpenedMessage> unwrapCms(CmsMessage cms, Bulk whole) {
    if (cms instanceof EnvelopedMessage enveloped) {
      return decrypted(enveloped);
    }
    if (cms instanceof EncryptedMessage encrypted) {
      return decrypted(encrypted);
    }
    if (cms instanceof CompressedMessage compressed) {
      layers.add(Layer.COMPRESSED);
      return compressed
          .inflate(inflatable)
          .then(
              content -> {
                inflatable -= content.length();
                return unwrap(compressed.contentType(), content);
              });
    }
    if (cms instanceof AuthenticatedMessage authenticated) {
      return authenticated(authenticated);
    }
    SignedMessage signed = (SignedMessage) cms;
    if (signed.content() == null) {
      if (!signed.signers().isEmpty()) {
        throw SmimeException.malformed("the signed content is missing");
      }
      // Certificates only (RFC 8551 section 3.8): nothing in it is signed.
      return Step.done(opened(Entity.parse(whole)));
    }
    layers.add(Layer.SIGNED_OPAQUE);
    return verified(signed, List.of(signed.content()), signed.content());
  }

  private Step<OpenedMessage> verified(SignedMessage message, List<Bulk> forms, Bulk content) {
    if (!message.contentType().equals(CmsMessage.DATA)
        && CmsMessage.nested(message.contentType(), content, host) == null) {
      // A time stamp, a receipt, or firmware: whoever signed it did not sign a mail (RFC 8551
      // section 2.4.1).
      throw SmimeException.malformed("what is signed is of a type that is no mail");
    }
    return signerCheck
        .check(message, forms, identity)
        .then(
            checked -> {
              if (signers == null) {
                signers = new ArrayList<>();
              }
              signers.addAll(checked.signers());
              if (checked.signers().isEmpty()) {
                return Step.done(ended(MessageVerdict.of(StatusCode.NO_SIGNER), content));
              }
              // What was verified is what is handed out, to the byte.
              Bulk verified = checked.content() == null ? content : checked.content();
              return unwrap(message.contentType(), verified);
            });
  }

  private Step<OpenedMessage> decrypted(EnvelopedMessage message) {
    layers.add(message.sealed() ? Layer.AUTH_ENVELOPED : Layer.ENVELOPED);
    // Whoever signed the ciphertext need not have known what it holds: such a signature says
    // nothing of the content, and anybody can put his own around another's ciphertext.
    signers = null;
    encryption = EncryptionFacts.of(message, null);
    message.content().check();
    return new KeyTrial(host, secrets)
        .decrypt(message)
        .then(
            result -> {
              encryption = EncryptionFacts.of(message, result);
              return switch (result.outcome()) {
                case OPENED -> inside(message.content(), result.content());
                case FAILED ->
                    Step.done(ended(MessageVerdict.of(StatusCode.DECRYPTION_FAILED), null));
                case NO_KEY -> Step.done(ended(MessageVerdict.of(StatusCode.NO_KEY), null));
                case LOCKED -> Step.done(ended(MessageVerdict.of(StatusCode.LOCKED), null));
              };
            });
  }

  private Step<OpenedMessage> decrypted(EncryptedMessage message) {
    layers.add(Layer.ENCRYPTED_DATA);
    signers = null;
    encryption = EncryptionFacts.of(message);
    message.content().check();
    KeyTrial trial = new KeyTrial(host, secrets);
    if (!trial.hasContentKey()) {
      return Step.done(ended(MessageVerdict.of(StatusCode.NO_KEY), null));
    }
    return trial
        .decrypt(message)
        .then(
            content ->
                content == null
                    ? Step.done(ended(MessageVerdict.of(StatusCode.DECRYPTION_FAILED), null))
                    : inside(message.content(), content));
  }

  /**
   * Goes on with what was decrypted. Nothing around it is looked at or handed out any more, so a
   * large mail need not be held besides: a mail may have to fit into a phone's memory.
   */
  private Step<OpenedMessage> inside(EncryptedContent sealed, Bulk content) {
    reached = content;
    outside.add(sealed.ciphertext());
    outside.forEach(host::release);
    outside.clear();
    outside.add(content);
    return unwrap(sealed.contentType(), content);
  }

  /** The content is in clear: it is shown, and a MAC that can be checked and is wrong is shown. */
  private Step<OpenedMessage> authenticated(AuthenticatedMessage message) {
    layers.add(Layer.AUTHENTICATED);
    return Step.start(() -> new KeyTrial(host, secrets).verify(message))
        .map(result -> result.outcome() != Decryption.Outcome.FAILED)
        .recover(
            error ->
                // What is not supported proves nothing, for the content or against it.
                error.code() == ErrorCode.UNSUPPORTED_ALGORITHM
                    ? Step.done(true)
                    : Step.failed(error))
        .then(
            unobjectionable -> {
              if (!unobjectionable) {
                flaw = MessageVerdict.changedOnTheWay();
              }
              return unwrap(message.contentType(), message.content());
            });
  }

  private OpenedMessage opened(Entity content) {
    PartScan.Found found = PartScan.of(content, host);
    inner = found.parts();
    Status status =
        found.smimeInTnef() && signers == null
            ? MessageVerdict.unsupportedForm("winmail.dat")
            : MessageVerdict.of(reports(), encryption != null, inner);
    return ended(status, content.bytes());
  }

  private OpenedMessage ended(Status status, Bulk content) {
    Status shown = flaw == null ? status : flaw;
    return new OpenedMessage(List.copyOf(layers), shown, content, reports(), encryption, inner);
  }

  private List<SignerReport> reports() {
    return signers == null ? null : signers.stream().map(SignerCheck.Signer::report).toList();
  }

  private static Status statusOf(SmimeException error) {
    return switch (error.code()) {
      case UNSUPPORTED_ALGORITHM ->
          MessageVerdict.of(
              StatusCode.UNSUPPORTED, error.details().getOrDefault("oid", error.getMessage()));
      case MALFORMED_MESSAGE, TOO_LARGE, REFUSED_PARAMETERS ->
          MessageVerdict.of(StatusCode.MALFORMED, error.getMessage());
      case ABORTED -> throw error;
      case ENGINE_UNAVAILABLE -> MessageVerdict.of(StatusCode.INTERNAL_ERROR, error.getMessage());
      default -> MessageVerdict.of(StatusCode.INTERNAL_ERROR);
    };
  }
}
