package dev.signet.engine.path.name;

import dev.signet.engine.cert.DirectoryName;
import org.bouncycastle.asn1.x500.X500Name;

/** A distinguished name: a certificate's subject, or one more name of it. */
record Directory(X500Name name, DirectoryName comparable) implements CertifiedName {
  static Directory read(X500Name name) {
    return new Directory(name, DirectoryName.of(name));
  }

  @Override
  public NameForm form() {
    return NameForm.DIRECTORY;
  }

  @Override
  public String text() {
    return name.toString();
  }

  /** The constraint: all names that begin with this one. */
  static Subtree subtree(X500Name name) {
    return new Below(DirectoryName.of(name));
  }

  private record Below(DirectoryName base) implements Subtree {
    @Override
    public NameForm form() {
      return NameForm.DIRECTORY;
    }

    @Override
    public boolean permits(CertifiedName name) {
      return name instanceof Directory directory && directory.comparable.within(base);
    }
  }
}
