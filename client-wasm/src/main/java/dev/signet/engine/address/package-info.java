/**
 * Mail addresses and their domains as they compare: RFC 5321, 5890, 8550 and 9598.
 *
 * <p>An address that is not certain to be one compares equal to none.
 */
package dev.signet.engine.address;
