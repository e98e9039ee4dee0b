/**
 * What happens while the module is compiled: methods of the class library and of Bouncy Castle that
 * get another body or are added ({@link dev.signet.compiletime.SignetPlugin}), classes that it
 * lacks ({@link dev.signet.compiletime.MissingClasses}), and the checks of what the compiler made
 * ({@link dev.signet.compiletime.ModuleCheck}).
 *
 * <p>TeaVM finds the first two by their service files. Nothing in the engine may depend on this
 * package; what it puts into the module lives in {@link dev.signet.compiletime.library}.
 */
package dev.signet.compiletime;
