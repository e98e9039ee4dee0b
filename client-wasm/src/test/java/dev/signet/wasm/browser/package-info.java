/**
 * The built module in a browser: a page, a worker and a server with the strict policy, driven by
 * WebDriver. Cases that run on the JVM can run here through {@link
 * dev.signet.wasm.browser.WasmPage}.
 */
package dev.signet.wasm.browser;
