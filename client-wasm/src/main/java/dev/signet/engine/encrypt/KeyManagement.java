package dev.signet.engine.encrypt;

import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyAgreementScheme;
import dev.signet.engine.algorithm.KeyTransport;

/** How a recipient is given the content-encryption key; the kind of his own key decides. */
sealed interface KeyManagement {
  /** RSA. */
  record Transport(KeyTransport transport) implements KeyManagement {}

  /** Elliptic curves. */
  record Agreement(KeyAgreementScheme scheme) implements KeyManagement {}

  /** ML-KEM. */
  record Encapsulation(KemAlgorithm kem) implements KeyManagement {}
}
