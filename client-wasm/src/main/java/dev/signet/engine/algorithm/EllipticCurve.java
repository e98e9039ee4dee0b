package dev.signet.engine.algorithm;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * The elliptic curves that the engine has, as far as it must know them to look at a public key:
 * P-256, P-384, P-521 (FIPS 186-4) and Brainpool (RFC 5639). What is computed on them is asked for.
 */
public enum EllipticCurve {
  P_256(
      "P-256",
      "1.2.840.10045.3.1.7",
      256,
      "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
      null,
      "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B"),
  P_384(
      "P-384",
      "1.3.132.0.34",
      384,
      "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE"
          + "FFFFFFFF0000000000000000FFFFFFFF",
      null,
      "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875A"
          + "C656398D8A2ED19D2A85C8EDD3EC2AEF"),
  P_521(
      "P-521",
      "1.3.132.0.35",
      521,
      "1FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
          + "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
          + "FFF",
      null,
      "051953EB9618E1C9A1F929A21A0B68540EEA2DA725B99B315F3B8B489918EF10"
          + "9E156193951EC7E937B1652C0BD3BB1BF073573DF883D2C34F1EF451FD46B503"
          + "F00"),
  BRAINPOOL_P160R1(
      "brainpoolP160r1",
      "1.3.36.3.3.2.8.1.1.1",
      160,
      "E95E4A5F737059DC60DFC7AD95B3D8139515620F",
      "340E7BE2A280EB74E2BE61BADA745D97E8F7C300",
      "1E589A8595423412134FAA2DBDEC95C8D8675E58"),
  BRAINPOOL_P160T1(
      "brainpoolP160t1",
      "1.3.36.3.3.2.8.1.1.2",
      160,
      "E95E4A5F737059DC60DFC7AD95B3D8139515620F",
      null,
      "7A556B6DAE535B7B51ED2C4D7DAA7A0B5C55F380"),
  BRAINPOOL_P192R1(
      "brainpoolP192r1",
      "1.3.36.3.3.2.8.1.1.3",
      192,
      "C302F41D932A36CDA7A3463093D18DB78FCE476DE1A86297",
      "6A91174076B1E0E19C39C031FE8685C1CAE040E5C69A28EF",
      "469A28EF7C28CCA3DC721D044F4496BCCA7EF4146FBF25C9"),
  BRAINPOOL_P192T1(
      "brainpoolP192t1",
      "1.3.36.3.3.2.8.1.1.4",
      192,
      "C302F41D932A36CDA7A3463093D18DB78FCE476DE1A86297",
      null,
      "13D56FFAEC78681E68F9DEB43B35BEC2FB68542E27897B79"),
  BRAINPOOL_P224R1(
      "brainpoolP224r1",
      "1.3.36.3.3.2.8.1.1.5",
      224,
      "D7C134AA264366862A18302575D1D787B09F075797DA89F57EC8C0FF",
      "68A5E62CA9CE6C1C299803A6C1530B514E182AD8B0042A59CAD29F43",
      "2580F63CCFE44138870713B1A92369E33E2135D266DBB372386C400B"),
  BRAINPOOL_P224T1(
      "brainpoolP224t1",
      "1.3.36.3.3.2.8.1.1.6",
      224,
      "D7C134AA264366862A18302575D1D787B09F075797DA89F57EC8C0FF",
      null,
      "4B337D934104CD7BEF271BF60CED1ED20DA14C08B3BB64F18A60888D"),
  BRAINPOOL_P256R1(
      "brainpoolP256r1",
      "1.3.36.3.3.2.8.1.1.7",
      256,
      "A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377",
      "7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9",
      "26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6"),
  BRAINPOOL_P256T1(
      "brainpoolP256t1",
      "1.3.36.3.3.2.8.1.1.8",
      256,
      "A9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377",
      null,
      "662C61C430D84EA4FE66A7733D0B76B7BF93EBC4AF2F49256AE58101FEE92B04"),
  BRAINPOOL_P320R1(
      "brainpoolP320r1",
      "1.3.36.3.3.2.8.1.1.9",
      320,
      "D35E472036BC4FB7E13C785ED201E065F98FCFA6F6F40DEF4F92B9EC7893EC28" + "FCD412B1F1B32E27",
      "3EE30B568FBAB0F883CCEBD46D3F3BB8A2A73513F5EB79DA66190EB085FFA9F4" + "92F375A97D860EB4",
      "520883949DFDBC42D3AD198640688A6FE13F41349554B49ACC31DCCD88453981" + "6F5EB4AC8FB1F1A6"),
  BRAINPOOL_P320T1(
      "brainpoolP320t1",
      "1.3.36.3.3.2.8.1.1.10",
      320,
      "D35E472036BC4FB7E13C785ED201E065F98FCFA6F6F40DEF4F92B9EC7893EC28" + "FCD412B1F1B32E27",
      null,
      "A7F561E038EB1ED560B3D147DB782013064C19F27ED27C6780AAF77FB8A547CE" + "B5B4FEF422340353"),
  BRAINPOOL_P384R1(
      "brainpoolP384r1",
      "1.3.36.3.3.2.8.1.1.11",
      384,
      "8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123"
          + "ACD3A729901D1A71874700133107EC53",
      "7BC382C63D8C150C3C72080ACE05AFA0C2BEA28E4FB22787139165EFBA91F90F"
          + "8AA5814A503AD4EB04A8C7DD22CE2826",
      "04A8C7DD22CE28268B39B55416F0447C2FB77DE107DCD2A62E880EA53EEB62D5"
          + "7CB4390295DBC9943AB78696FA504C11"),
  BRAINPOOL_P384T1(
      "brainpoolP384t1",
      "1.3.36.3.3.2.8.1.1.12",
      384,
      "8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B412B1DA197FB71123"
          + "ACD3A729901D1A71874700133107EC53",
      null,
      "7F519EADA7BDA81BD826DBA647910F8C4B9346ED8CCDC64E4B1ABD11756DCE1D"
          + "2074AA263B88805CED70355A33B471EE"),
  BRAINPOOL_P512R1(
      "brainpoolP512r1",
      "1.3.36.3.3.2.8.1.1.13",
      512,
      "AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330871"
          + "7D4D9B009BC66842AECDA12AE6A380E62881FF2F2D82C68528AA6056583A48F3",
      "7830A3318B603B89E2327145AC234CC594CBDD8D3DF91610A83441CAEA9863BC"
          + "2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A72BF2C7B9E7C1AC4D77FC94CA",
      "3DF91610A83441CAEA9863BC2DED5D5AA8253AA10A2EF1C98B9AC8B57F1117A7"
          + "2BF2C7B9E7C1AC4D77FC94CADC083E67984050B75EBAE5DD2809BD638016F723"),
  BRAINPOOL_P512T1(
      "brainpoolP512t1",
      "1.3.36.3.3.2.8.1.1.14",
      512,
      "AADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330871"
          + "7D4D9B009BC66842AECDA12AE6A380E62881FF2F2D82C68528AA6056583A48F3",
      null,
      "7CBBBCF9441CFAB76E1890E46884EAE321F70C0BCB4981527897504BEC3E36A6"
          + "2BCDFA2304976540F6450085F2DAE145C22553B465763689180EA2571867423E");

  private static final int UNCOMPRESSED = 4;

  private final String display;
  private final String oid;
  private final int bits;
  private final String prime;
  private final String a;
  private final String b;

  /**
   * @param a null for p - 3
   */
  EllipticCurve(String display, String oid, int bits, String prime, String a, String b) {
    this.display = display;
    this.oid = oid;
    this.bits = bits;
    this.prime = prime;
    this.a = a;
    this.b = b;
  }

  /** The curve of this OID, or null. */
  public static EllipticCurve of(ASN1ObjectIdentifier oid) {
    for (EllipticCurve each : values()) {
      if (each.oid.equals(oid.getId())) {
        return each;
      }
    }
    return null;
  }

  /** Such as {@code P-256} and {@code brainpoolP256r1}. */
  public String display() {
    return display;
  }

  /** Bits of a coordinate. */
  public int bits() {
    return bits;
  }

  /**
   * Whether the octets are a point of this curve, other than the one at infinity, in a form of RFC
   * 5480 section 2.2. With the curve's cofactor of 1, that makes it a public key.
   */
  public boolean has(byte[] point) {
    int size = (bits + 7) / 8;
    boolean whole = point.length == 1 + 2 * size && point[0] == UNCOMPRESSED;
    boolean compressed = point.length == 1 + size && (point[0] == 2 || point[0] == 3);
    if (!whole && !compressed) {
      return false;
    }
    BigInteger p = new BigInteger(prime, 16);
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + size));
    if (x.compareTo(p) >= 0) {
      return false;
    }
    BigInteger factor = a == null ? BigInteger.valueOf(-3) : new BigInteger(a, 16);
    BigInteger square = x.multiply(x).add(factor).multiply(x).add(new BigInteger(b, 16)).mod(p);
    if (compressed) {
      // Euler's criterion; a square of 0 has no odd root, and no point of these curves has it.
      return square.modPow(p.shiftRight(1), p).equals(BigInteger.ONE);
    }
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + size, point.length));
    return y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(square);
  }
}
