/**
 * The S/MIME engine: what a caller asks of it, and the closed set of errors that it answers with.
 *
 * <p>Everything below this package is plain Java on Bouncy Castle's lightweight API. It does no
 * input or output, keeps no clock and starts no thread: time, anchors and policy are arguments, and
 * work that somebody else does better (the browser's own crypto) is asked for through {@link
 * dev.signet.engine.port}. Nothing below it may depend on TeaVM or on {@code java.security}.
 */
package dev.signet.engine;
