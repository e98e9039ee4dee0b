/** Published messages, key files and certificates, used as a page would use them. */
package dev.signet.conformance.mail;
