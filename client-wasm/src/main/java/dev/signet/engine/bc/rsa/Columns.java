package dev.signet.engine.bc.rsa;

/**
 * Sums of products of limbs that fall into the same six columns.
 *
 * <p>Of the 36 products of two {@link Limbs} 21 fall into the columns that belong to both places
 * together, and 15 into the six columns above.
 */
final class Columns {
  long s0;
  long s1;
  long s2;
  long s3;
  long s4;
  long s5;

  void set(long first) {
    s0 = first;
    s1 = 0;
    s2 = 0;
    s3 = 0;
    s4 = 0;
    s5 = 0;
  }

  void twice() {
    s0 <<= 1;
    s1 <<= 1;
    s2 <<= 1;
    s3 <<= 1;
    s4 <<= 1;
    s5 <<= 1;
  }

  /** The products that fall into the columns of both places together. */
  void addLow(Limbs x, Limbs y) {
    s0 += x.l0 * y.l0;
    s1 += x.l0 * y.l1 + x.l1 * y.l0;
    s2 += x.l0 * y.l2 + x.l1 * y.l1 + x.l2 * y.l0;
    s3 += x.l0 * y.l3 + x.l1 * y.l2 + x.l2 * y.l1 + x.l3 * y.l0;
    s4 += x.l0 * y.l4 + x.l1 * y.l3 + x.l2 * y.l2 + x.l3 * y.l1 + x.l4 * y.l0;
    s5 += x.l0 * y.l5 + x.l1 * y.l4 + x.l2 * y.l3 + x.l3 * y.l2 + x.l4 * y.l1 + x.l5 * y.l0;
  }

  /** The products that fall into the columns above. */
  void addHigh(Limbs x, Limbs y) {
    s0 += x.l1 * y.l5 + x.l2 * y.l4 + x.l3 * y.l3 + x.l4 * y.l2 + x.l5 * y.l1;
    s1 += x.l2 * y.l5 + x.l3 * y.l4 + x.l4 * y.l3 + x.l5 * y.l2;
    s2 += x.l3 * y.l5 + x.l4 * y.l4 + x.l5 * y.l3;
    s3 += x.l4 * y.l5 + x.l5 * y.l4;
    s4 += x.l5 * y.l5;
  }

  /**
   * All products for the columns of place i: of a at places from {@code from} below {@code end}
   * with b at what is left to i, and to i - 1.
   */
  void add(Limbs[] a, Limbs[] b, int i, int from, int end) {
    if (from >= end) {
      return;
    }
    long t0 = s0;
    long t1 = s1;
    long t2 = s2;
    long t3 = s3;
    long t4 = s4;
    long t5 = s5;
    int k = i - from;
    Limbs y = b[k];
    for (int j = from; j < end; j++) {
      Limbs x = a[j];
      long x0 = x.l0;
      long x1 = x.l1;
      long x2 = x.l2;
      long x3 = x.l3;
      long x4 = x.l4;
      long x5 = x.l5;
      long y0 = y.l0;
      t0 += x0 * y0;
      t1 += x1 * y0;
      t2 += x2 * y0;
      t3 += x3 * y0;
      t4 += x4 * y0;
      t5 += x5 * y0;
      long y1 = y.l1;
      t1 += x0 * y1;
      t2 += x1 * y1;
      t3 += x2 * y1;
      t4 += x3 * y1;
      t5 += x4 * y1;
      long y2 = y.l2;
      t2 += x0 * y2;
      t3 += x1 * y2;
      t4 += x2 * y2;
      t5 += x3 * y2;
      long y3 = y.l3;
      t3 += x0 * y3;
      t4 += x1 * y3;
      t5 += x2 * y3;
      long y4 = y.l4;
      t4 += x0 * y4;
      t5 += x1 * y4;
      t5 += x0 * y.l5;
      y = b[--k];
      long z5 = y.l5;
      t0 += x1 * z5;
      t1 += x2 * z5;
      t2 += x3 * z5;
      t3 += x4 * z5;
      t4 += x5 * z5;
      long z4 = y.l4;
      t0 += x2 * z4;
      t1 += x3 * z4;
      t2 += x4 * z4;
      t3 += x5 * z4;
      long z3 = y.l3;
      t0 += x3 * z3;
      t1 += x4 * z3;
      t2 += x5 * z3;
      long z2 = y.l2;
      t0 += x4 * z2;
      t1 += x5 * z2;
      t0 += x5 * y.l1;
    }
    s0 = t0;
    s1 = t1;
    s2 = t2;
    s3 = t3;
    s4 = t4;
    s5 = t5;
  }
}
