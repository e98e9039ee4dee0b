/** What may depend on what. */
package dev.signet.architecture;
