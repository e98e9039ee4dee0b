package dev.signet.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each package's {@code package-info.java} says that it may depend on. */
class PackagesTest {
  private static final String ROOT = "dev.signet.server";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @CsvSource({
    "digest, ",
    "settings, ",
    "asn1, ",
    "pkcs12, asn1",
    "trust, reload",
    "reload, ",
    "tls, settings reload",
    "transport, settings tls",
    "store, settings digest",
    "accounts, store",
    "http, settings",
    "assets, http digest",
    "relay, asn1 http settings",
    "session, accounts audit store http settings digest",
    "session.proxy, session store http settings",
    "session.oidc, session store http settings digest",
    "audit, ",
    "log, settings",
    "health, http store",
    "metrics, audit http settings",
    "keys, audit session store pkcs12 http settings digest"
  })
  void dependOnLittle(String name, String others) {
    List<String> forbidden = new ArrayList<>(List.of(ROOT));
    for (String other :
        "cli settings http audit metrics log health session accounts keys asn1 pkcs12 relay store assets trust digest reload tls transport"
            .concat(" session.oidc session.proxy")
            .split(" ", -1)) {
      if (!other.equals(name)
          && (others == null || !List.of(others.split(" ", -1)).contains(other))) {
        forbidden.add(ROOT + "." + other);
      }
    }
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void keepSqlInTheStore() {
    classes()
        .that()
        .resideOutsideOfPackage(ROOT + ".store")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "java.sql", "javax.sql", "org.sqlite..", "org.postgresql..", "com.zaxxer..")
        .check(CLASSES);
  }

  @Test
  void keepBouncyCastleWhereItIsNeeded() {
    classes()
        .that()
        .resideOutsideOfPackages(
            ROOT + ".pkcs12", ROOT + ".relay", ROOT + ".accounts", ROOT + ".tls")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("org.bouncycastle..")
        .check(CLASSES);
  }
}
