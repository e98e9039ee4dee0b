package dev.signet.engine.pkcs12;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * Decrypts a file. The keys for the MAC and for everything that can be seen from outside are
 * derived at the same time; nothing is decrypted before the MAC is right.
 */
final class Opening {
  private final Host host;
  private final Pkcs12File file;
  private final Pkcs12Acceptance acceptance;
  private final Rounds rounds = new Rounds();

  private Opening(Host host, Pkcs12File file, Pkcs12Acceptance acceptance) {
    this.host = host;
    this.file = file;
    this.acceptance = acceptance;
  }

  /** What the file holds. */
  static Step<Contents> open(
      Host host, Pkcs12File file, String passphrase, Pkcs12Acceptance acceptance) {
    return Step.start(
        () -> {
          Opening opening = new Opening(host, file, acceptance);
          opening.check();
          List<Passphrase> ways =
              Passphrase.ways(passphrase, file.mac() != null && file.mac().takesOctets());
          return wiping(ways, opening.tryWays(ways, 0));
        });
  }

  private static Step<Contents> wiping(List<Passphrase> ways, Step<Contents> opening) {
    return opening
        .map(
            contents -> {
              ways.forEach(Passphrase::wipe);
              return contents;
            })
        .recover(
            e -> {
              ways.forEach(Passphrase::wipe);
              return Step.failed(e);
            });
  }

  /** Refuses before any work what would be refused after it. */
  private void check() {
    if (file.mac() != null) {
      file.mac().check(rounds);
    } else if (!acceptance.missingMac()) {
      throw new SmimeException(
          ErrorCode.UNAUTHENTICATED_PKCS12, "the PKCS#12 file has no integrity check");
    }
    outside().forEach(closed -> closed.spend(rounds));
  }

  /** What is sealed and can be seen without opening anything. */
  private List<Sealed> outside() {
    List<Sealed> closed = new ArrayList<>();
    for (Pkcs12File.Part part : file.parts()) {
      if (part.bags() == null) {
        closed.add(part.sealed());
      } else {
        closed.addAll(shrouded(part.bags()));
      }
    }
    return closed;
  }

  private static List<Sealed> shrouded(List<Bag> bags) {
    List<Sealed> closed = new ArrayList<>();
    for (Bag bag : bags) {
      if (bag instanceof Bag.ShroudedKey key) {
        closed.add(key.sealed());
      }
    }
    return closed;
  }

  private Step<Contents> tryWays(List<Passphrase> ways, int index) {
    return attempt(ways.get(index))
        .recover(
            e ->
                e.code() == ErrorCode.WRONG_PASSPHRASE && index + 1 < ways.size()
                    ? tryWays(ways, index + 1)
                    : Step.failed(e));
  }

  private Step<Contents> attempt(Passphrase passphrase) {
    Step<byte[]> macKey =
        file.mac() == null ? Step.done(new byte[0]) : file.mac().derive(passphrase);
    return Step.both(
        macKey,
        deriveAll(outside(), passphrase),
        (key, derived) ->
            authenticate(key).then(right -> right ? decrypt(passphrase, derived) : wrong(derived)));
  }

  private Step<Boolean> authenticate(byte[] key) {
    return file.mac() == null
        ? Step.done(true)
        : file.mac().verify(host, key, file.authenticated());
  }

  private static Step<Contents> wrong(Map<Sealed, DerivedKey> derived) {
    wipe(derived);
    return Step.failed(Faults.wrongPassphrase());
  }

  private static Step<Map<Sealed, DerivedKey>> deriveAll(
      List<Sealed> closed, Passphrase passphrase) {
    List<Step<DerivedKey>> steps = new ArrayList<>();
    closed.forEach(each -> steps.add(each.derive(passphrase)));
    return Step.all(steps)
        .map(
            keys -> {
              Map<Sealed, DerivedKey> derived = new HashMap<>();
              for (int i = 0; i < keys.size(); i++) {
                derived.put(closed.get(i), keys.get(i));
              }
              return derived;
            });
  }

  private static void wipe(Map<Sealed, DerivedKey> derived) {
    for (DerivedKey key : derived.values()) {
      if (key != null) {
        key.wipe();
      }
    }
  }

  /** What a failure to decrypt means: with a MAC that was right, the file; without, the caller. */
  private SmimeException failure() {
    return file.mac() == null ? Faults.wrongPassphrase() : Faults.damaged();
  }

  private Step<Contents> decrypt(Passphrase passphrase, Map<Sealed, DerivedKey> derived) {
    List<SmimeException> unsupported = new ArrayList<>();
    return Step.each(file.parts(), part -> bags(part, passphrase, derived, unsupported))
        .then(
            parts -> {
              List<Bag> bags = new ArrayList<>();
              parts.forEach(bags::addAll);
              List<Sealed> inner = shrouded(bags);
              inner.removeAll(derived.keySet());
              inner.forEach(closed -> closed.spend(rounds));
              return deriveAll(inner, passphrase)
                  .then(
                      more -> {
                        derived.putAll(more);
                        return keys(bags, passphrase, derived, unsupported);
                      })
                  .map(
                      keys -> {
                        wipe(derived);
                        return new Contents(
                            keys,
                            certificates(bags),
                            unsupported.isEmpty() ? null : unsupported.get(0));
                      });
            });
  }

  private Step<List<Bag>> bags(
      Pkcs12File.Part part,
      Passphrase passphrase,
      Map<Sealed, DerivedKey> derived,
      List<SmimeException> unsupported) {
    if (part.bags() != null) {
      return Step.done(part.bags());
    }
    if (part.sealed().unsupported() != null) {
      unsupported.add(part.sealed().unsupported());
      return Step.done(List.of());
    }
    return unseal(
        part.sealed(),
        derived.get(part.sealed()),
        passphrase,
        encoding -> Bags.read(encoding, true));
  }

  private Step<List<Contents.Key>> keys(
      List<Bag> bags,
      Passphrase passphrase,
      Map<Sealed, DerivedKey> derived,
      List<SmimeException> unsupported) {
    List<Bag> keys = new ArrayList<>();
    for (Bag bag : bags) {
      if (bag instanceof Bag.ClearKey clear && clear.exposed() && !acceptance.clearKeys()) {
        throw new SmimeException(
            ErrorCode.UNPROTECTED_KEY, "a private key lies in clear in the PKCS#12 file");
      }
      if (bag instanceof Bag.ShroudedKey shrouded && shrouded.sealed().unsupported() != null) {
        unsupported.add(shrouded.sealed().unsupported());
      } else if (!(bag instanceof Bag.X509)) {
        keys.add(bag);
      }
    }
    return Step.each(keys, bag -> key(bag, passphrase, derived));
  }

  private Step<Contents.Key> key(Bag bag, Passphrase passphrase, Map<Sealed, DerivedKey> derived) {
    if (bag instanceof Bag.ClearKey clear) {
      return Step.done(new Contents.Key(clear.key(), clear.attributes()));
    }
    Sealed closed = ((Bag.ShroudedKey) bag).sealed();
    return unseal(
        closed,
        derived.get(closed),
        passphrase,
        encoding -> {
          PrivateKeyInfo info =
              Faults.reading(() -> PrivateKeyInfo.getInstance(Faults.parse(encoding)));
          Arrays.fill(encoding, (byte) 0);
          return new Contents.Key(info, bag.attributes());
        });
  }

  /** Decrypts and reads; where the passphrase may have been taken in other ways, in those too. */
  private <T> Step<T> unseal(
      Sealed sealed, DerivedKey key, Passphrase passphrase, Function<byte[], T> reading) {
    Step<T> opened = unseal(sealed, key, reading);
    return sealed.scheme().takesOctets()
        ? opened.recover(e -> unsealOtherwise(sealed, passphrase.otherOctets(), 0, reading, e))
        : opened;
  }

  private <T> Step<T> unseal(Sealed sealed, DerivedKey key, Function<byte[], T> reading) {
    return sealed.open(host, key, failure()).map(encoding -> inside(() -> reading.apply(encoding)));
  }

  private <T> Step<T> unsealOtherwise(
      Sealed sealed,
      List<Passphrase> others,
      int index,
      Function<byte[], T> reading,
      SmimeException first) {
    if (index == others.size() || first.code() != failure().code()) {
      others.forEach(Passphrase::wipe);
      return Step.failed(first);
    }
    sealed.spend(rounds);
    return sealed
        .derive(others.get(index))
        .then(
            key ->
                unseal(sealed, key, reading)
                    .map(
                        value -> {
                          key.wipe();
                          others.forEach(Passphrase::wipe);
                          return value;
                        })
                    .recover(
                        e -> {
                          key.wipe();
                          return unsealOtherwise(sealed, others, index + 1, reading, first);
                        }));
  }

  /** Reads what was decrypted: without a MAC, nonsense means a wrong passphrase. */
  private <T> T inside(Supplier<T> code) {
    try {
      return code.get();
    } catch (SmimeException e) {
      throw e.code() == ErrorCode.DAMAGED_PKCS12 ? failure() : e;
    }
  }

  private static List<Bag.X509> certificates(List<Bag> bags) {
    List<Bag.X509> certificates = new ArrayList<>();
    for (Bag bag : bags) {
      if (bag instanceof Bag.X509 certificate) {
        certificates.add(certificate);
      }
    }
    return certificates;
  }
}
