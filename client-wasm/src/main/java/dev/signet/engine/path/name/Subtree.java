package dev.signet.engine.path.name;

/** A part of the space of names of one form. */
interface Subtree {
  NameForm form();

  /** Whether a name, and all that it stands for, lies within. */
  boolean permits(CertifiedName name);

  /** Whether a name, or anything that it stands for, lies within. */
  default boolean excludes(CertifiedName name) {
    return permits(name);
  }

  /** A constraint on names that cannot be compared here: it permits none, and excludes all. */
  record Unknown(NameForm form) implements Subtree {
    @Override
    public boolean permits(CertifiedName name) {
      return false;
    }

    @Override
    public boolean excludes(CertifiedName name) {
      return true;
    }
  }
}
