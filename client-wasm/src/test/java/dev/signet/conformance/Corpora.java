package dev.signet.conformance;

import dev.signet.conformance.mail.BouncyCastleMailCorpus;
import dev.signet.conformance.mail.KeyfileCorpus;
import dev.signet.conformance.mail.LampsCorpus;
import dev.signet.conformance.mail.PqcCmsCorpus;
import dev.signet.conformance.mail.ProtectedHeadersCorpus;
import dev.signet.conformance.mail.PycaCorpus;
import dev.signet.conformance.mail.Rfc4134Corpus;
import dev.signet.conformance.mail.Rfc9216Corpus;
import dev.signet.conformance.path.LimboCorpus;
import dev.signet.conformance.wycheproof.WycheproofCorpus;
import java.util.List;

/** Every corpus, in the order of the table. */
final class Corpora {
  static final List<Corpus> ALL =
      List.of(
          new Rfc9216Corpus(),
          new Rfc4134Corpus(),
          new KeyfileCorpus(),
          new PycaCorpus(),
          new BouncyCastleMailCorpus(),
          new ProtectedHeadersCorpus(),
          new PqcCmsCorpus(),
          new LampsCorpus(),
          new LimboCorpus(),
          new WycheproofCorpus());

  private Corpora() {}
}
