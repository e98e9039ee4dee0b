package dev.signet.engine.cert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A distinguished name")
class DirectoryNameTest {
  private static DirectoryName name(String text) {
    return DirectoryName.of(new X500Name(text));
  }

  private static DirectoryName common(ASN1Encodable value) {
    return DirectoryName.of(new X500NameBuilder().addRDN(BCStyle.CN, value).build());
  }

  @Test
  @DisplayName("equals another without case, with spaces as one, in all types of strings")
  void equal() {
    assertEquals(name("C=DE,CN=Max Muster"), name("C=de,CN=MAX   muster "));
    assertEquals(name("CN=A").hashCode(), name("CN=a").hashCode());
    assertEquals(common(new DERPrintableString("a")), common(new DERUTF8String("A")));
    assertEquals(common(new DERBMPString("a")), common(new DERUTF8String("A")));
    assertEquals(name("CN=A+OU=B"), name("OU=B+CN=A"));
  }

  @Test
  @DisplayName("does not equal one of other order, attributes or text")
  void different() {
    assertNotEquals(name("C=DE,O=A"), name("O=A,C=DE"));
    assertNotEquals(name("O=A"), name("OU=A"));
    assertNotEquals(name("O=A B"), name("O=AB"));
    assertNotEquals(name("O=A,OU=B"), name("O=A+OU=B"));
    assertNotEquals(name("O=A"), name("O=A,O=A"));
    // The text of one is how the other, which is no string, is shown.
    byte[] bits = {1};
    assertNotEquals(common(new DERUTF8String("03020001")), common(new DERBitString(bits)));
  }
}
