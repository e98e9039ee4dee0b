/**
 * The built Wasm, driven through the SDK in a page with nothing else, under the policy that the
 * contract promises to work with.
 */
package dev.signet.e2e.engine;
