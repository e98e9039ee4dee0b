/**
 * Cases that every form of the engine must pass: the plain Java engine on the JVM, and the built
 * module in a browser. A case knows the engine through {@link dev.signet.cases.EngineUnderTest}
 * alone; fixtures are made by OpenSSL at test time.
 */
package dev.signet.cases;
