/**
 * The one place where a colour is decided: the sender's identity, the signer's facts and the
 * certificate's report become a {@link dev.signet.engine.report.Status}. The rules are those of the
 * contract's table; whatever is not known to be good is not green.
 */
package dev.signet.engine.verdict;
