package dev.signet.engine.path.name;

/** An address of IPv4 or IPv6. */
record IpAddress(byte[] octets) implements CertifiedName {
  private static final int V4 = 4;
  private static final int V6 = 16;

  @Override
  public NameForm form() {
    return NameForm.IP;
  }

  /** IPv4 with dots; of IPv6 each octet in hexadecimal. */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (byte octet : octets) {
      if (octets.length == V4) {
        text.append(text.length() == 0 ? "" : ".").append(octet & 0xff);
      } else {
        text.append(Character.forDigit(octet >> 4 & 0xf, 16));
        text.append(Character.forDigit(octet & 0xf, 16));
      }
    }
    return text.toString();
  }

  static CertifiedName read(byte[] octets) {
    return sized(octets.length)
        ? new IpAddress(octets)
        : new Incomparable(NameForm.IP, new IpAddress(octets).text());
  }

  /** Whether an address may have so many octets. */
  static boolean sized(int octets) {
    return octets == V4 || octets == V6;
  }

  /**
   * The constraint: an address, and a mask of ones before zeros (RFC 4632).
   *
   * @return null where the octets are not that
   */
  static Subtree subtree(byte[] octets) {
    if (octets.length % 2 != 0 || !sized(octets.length / 2)) {
      return null;
    }
    boolean zeros = false;
    for (int bit = octets.length * 4; bit < octets.length * 8; bit++) {
      boolean one = (octets[bit / 8] >> (7 - bit % 8) & 1) != 0;
      if (one && zeros) {
        return null;
      }
      zeros |= !one;
    }
    return new Range(octets);
  }

  private record Range(byte[] octets) implements Subtree {
    @Override
    public NameForm form() {
      return NameForm.IP;
    }

    @Override
    public boolean permits(CertifiedName name) {
      if (!(name instanceof IpAddress address) || address.octets.length * 2 != octets.length) {
        return false;
      }
      for (int i = 0; i < address.octets.length; i++) {
        int mask = octets[address.octets.length + i];
        if ((address.octets[i] & mask) != (octets[i] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
