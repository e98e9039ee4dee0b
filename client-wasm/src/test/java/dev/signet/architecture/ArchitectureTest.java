package dev.signet.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The engine's packages")
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.signet");

  @Test
  @DisplayName("know TeaVM and JavaScript only in the binding and the compile-time part")
  void teaVm() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.signet.wasm..", "dev.signet.compiletime..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.teavm..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("do not know the binding")
  void binding() {
    noClasses()
        .that()
        .resideInAPackage("dev.signet.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.signet.wasm..", "dev.signet.compiletime..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("use the JDK's security classes nowhere but in the JVM's host")
  void javaSecurity() {
    DescribedPredicate<JavaClass> security =
        resideInAnyPackage("java.security..", "javax.crypto..", "javax.security..");
    noClasses()
        .that()
        .resideInAPackage("dev.signet.engine..")
        .and()
        .resideOutsideOfPackage("dev.signet.engine.heap..")
        .and()
        // Bouncy Castle takes randomness as this type; the octets are the host's.
        .doNotHaveSimpleName("HostSecureRandom")
        .should()
        .dependOnClassesThat(
            security.and(
                DescribedPredicate.describe(
                    "other than HostSecureRandom's supertype",
                    type -> !type.getName().equals("java.security.SecureRandom"))))
        .check(CLASSES);
  }

  @Test
  @DisplayName("make no SecureRandom but the host's")
  void secureRandom() {
    noClasses()
        .that()
        .resideInAPackage("dev.signet.engine..")
        .and()
        .resideOutsideOfPackage("dev.signet.engine.heap..")
        .and()
        .doNotHaveSimpleName("HostSecureRandom")
        .should()
        .callConstructor(java.security.SecureRandom.class)
        .check(CLASSES);
  }

  @Test
  @DisplayName("compute nowhere but in the modules that are loaded for it")
  void computing() {
    noClasses()
        .that()
        .resideInAPackage("dev.signet.engine..")
        .and()
        .resideOutsideOfPackage("dev.signet.engine.bc..")
        .and()
        .doNotHaveSimpleName("ShortDigests")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.bouncycastle.crypto..", "org.bouncycastle.math..", "dev.signet.engine.bc..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("leave out Bouncy Castle's key factory, which links every algorithm there is")
  void keyFactory() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.bouncycastle.crypto.util.PrivateKeyFactory")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.bouncycastle.crypto.util.PublicKeyFactory")
        .check(CLASSES);
  }

  @Test
  @DisplayName("block nowhere, start no thread and read no clock")
  void ambient() {
    noClasses()
        .that()
        .resideInAPackage("dev.signet.engine..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent..", "java.net..", "java.nio.file..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("have a port that depends on names and keys alone")
  void port() {
    classes()
        .that()
        .resideInAPackage("dev.signet.engine.port")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.signet.engine",
            "dev.signet.engine.port",
            "dev.signet.engine.algorithm",
            "dev.signet.engine.key",
            "dev.signet.engine.key..")
        .check(CLASSES);
  }
}
