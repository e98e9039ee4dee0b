/**
 * What the Wasm module exports, and what it imports. The only package that knows JavaScript.
 *
 * <p>A JavaScript value is an opaque reference here ({@link org.teavm.jso.JSObject}); nothing is
 * ever looked up in it by name, and no method of it is called. Whatever has to be done with it is a
 * function that the loader gives to the module ({@link dev.signet.wasm.HostFunctions}). So the
 * module asks for no JavaScript to be compiled while it runs, and its import section is the whole
 * list of what it can reach.
 *
 * <p>Bytes and text cross through a window of the module's linear memory ({@link
 * dev.signet.wasm.Window}), which is wiped after each crossing.
 */
package dev.signet.wasm;
