/** The one setting in which all cases of a run play: servers, recorders and the browser. */
package dev.signet.e2e.stage;
