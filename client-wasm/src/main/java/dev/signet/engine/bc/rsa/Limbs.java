package dev.signet.engine.bc.rsa;

/**
 * Six limbs of a number, the least first.
 *
 * <p>They are fields and no array, since the module checks each access to an array twice, once for
 * Java and once for Wasm, which takes longer than multiplying.
 */
final class Limbs {
  /** So many limbs. */
  static final int COUNT = 6;

  long l0;
  long l1;
  long l2;
  long l3;
  long l4;
  long l5;

  /** Numbers of so many sixes of limbs, all nought. */
  static Limbs[] zero(int size) {
    Limbs[] number = new Limbs[size];
    for (int i = 0; i < size; i++) {
      number[i] = new Limbs();
    }
    return number;
  }

  static Limbs[] copy(Limbs[] number) {
    Limbs[] copy = zero(number.length);
    for (int i = 0; i < number.length; i++) {
      copy[i].set(number[i]);
    }
    return copy;
  }

  static void wipe(Limbs[] number) {
    for (Limbs limbs : number) {
      limbs.set(0, 0, 0, 0, 0, 0);
    }
  }

  void set(Limbs other) {
    set(other.l0, other.l1, other.l2, other.l3, other.l4, other.l5);
  }

  void set(long l0, long l1, long l2, long l3, long l4, long l5) {
    this.l0 = l0;
    this.l1 = l1;
    this.l2 = l2;
    this.l3 = l3;
    this.l4 = l4;
    this.l5 = l5;
  }

  /** Takes the bits of the other limbs in where the mask has ones. */
  void add(Limbs other, long mask) {
    l0 |= other.l0 & mask;
    l1 |= other.l1 & mask;
    l2 |= other.l2 & mask;
    l3 |= other.l3 & mask;
    l4 |= other.l4 & mask;
    l5 |= other.l5 & mask;
  }

  /** For what is done once for a number. */
  long get(int i) {
    return switch (i) {
      case 0 -> l0;
      case 1 -> l1;
      case 2 -> l2;
      case 3 -> l3;
      case 4 -> l4;
      default -> l5;
    };
  }

  /** For what is done once for a number. */
  void set(int i, long limb) {
    switch (i) {
      case 0 -> l0 = limb;
      case 1 -> l1 = limb;
      case 2 -> l2 = limb;
      case 3 -> l3 = limb;
      case 4 -> l4 = limb;
      default -> l5 = limb;
    }
  }
}
