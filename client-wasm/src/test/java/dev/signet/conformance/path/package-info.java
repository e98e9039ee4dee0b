/** Published cases of certification paths. */
package dev.signet.conformance.path;
