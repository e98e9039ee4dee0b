/**
 * Code that goes into the module in place of the class library's or Bouncy Castle's, and empty
 * stand-ins for classes of the JDK that the class library lacks.
 */
package dev.signet.compiletime.library;
