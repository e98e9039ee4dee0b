package dev.signet.engine.bc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.testing.Keys;
import dev.signet.testing.OpenSsl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RSA with a private key takes the host's randomness for blinding, each time, or does not run. */
class BlindingTest {
  @TempDir Path folder;
  private int octets;
  private List<Ask<byte[]>> asks;

  @BeforeEach
  void makeAsks() {
    PrivateKey key =
        Keys.read(
            PrivateKeyInfo.getInstance(
                OpenSsl.runWith(
                    OpenSsl.run(folder, "genrsa", "2048"),
                    folder,
                    "pkcs8",
                    "-topk8",
                    "-nocrypt",
                    "-outform",
                    "DER")));
    KeyTransport oaep =
        new KeyTransport.Oaep(DigestAlgorithm.SHA1, DigestAlgorithm.SHA1, new byte[0]);
    SignatureScheme scheme =
        new SignatureScheme(SignatureScheme.Algorithm.RSA_PKCS1, DigestAlgorithm.SHA256);
    byte[] block = new byte[256];
    block[255] = 2;
    asks =
        List.of(
            new Ask.Sign(key, scheme, new byte[10]),
            new Ask.UnwrapKey(key, new KeyTransport.Pkcs1(), block, 32),
            new Ask.UnwrapKey(key, new KeyTransport.Pkcs1(), new byte[3], 32),
            new Ask.UnwrapKey(key, oaep, block, 32));
  }

  private static BouncyCastleAnswers answers(Consumer<byte[]> random) {
    HeapHost host = new HeapHost();
    return new BouncyCastleAnswers(
        (Host)
            Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("random")) {
                    random.accept((byte[]) arguments[0]);
                  }
                  try {
                    return method.invoke(host, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
  }

  @Test
  @DisplayName("as many octets as the modulus has every so often, and some each time")
  void blinds() {
    BouncyCastleAnswers answers = answers(target -> octets += target.length);
    int whole = 0;
    for (int i = 0; i < 100; i++) {
      octets = 0;
      answers.tryAnswer(asks.get(i % asks.size()));
      assertTrue(octets >= 8, asks.get(i % asks.size()) + " took " + octets);
      whole += octets >= 256 ? 1 : 0;
    }
    assertTrue(whole >= 4, "a fresh number only " + whole + " times");
  }

  @Test
  @DisplayName("without randomness nothing is computed")
  void refuses() {
    BouncyCastleAnswers answers =
        answers(
            target -> {
              throw new SmimeException(ErrorCode.NO_RANDOMNESS, "none");
            });
    for (Ask<byte[]> ask : asks) {
      assertEquals(
          ErrorCode.NO_RANDOMNESS,
          assertThrows(SmimeException.class, () -> answers.answer(ask)).code());
    }
  }
}
