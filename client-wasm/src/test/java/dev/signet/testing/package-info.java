/**
 * What tests are made with: certificates and .p12 files by OpenSSL and NSS, and the published
 * vectors. In this module's test jar, so that the whole product's tests use the same.
 */
package dev.signet.testing;
