/**
 * The world that {@code ./run} starts: the tests' mail world with people who stay from one run to
 * the next, and Signet's server behind the proxy. {@code ./run} compiles it by javac alone, so
 * nothing here, and nothing that it uses, needs more than the JDK.
 */
package dev.signet.e2e.demo;
