/** The checks of what the compiler makes, and what stands in for the class library. */
package dev.signet.compiletime;
