/**
 * The lanes of a run, and the judgement at the end of each. Both lanes are on one machine and share
 * nothing else: each process has its own {@link dev.signet.e2e.stage.Stage}.
 */
package dev.signet.e2e.lane;
