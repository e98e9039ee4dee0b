/**
 * What the engine tells its caller, as values in the shapes of the SDK's contract, and their form
 * as JSON for the way to the page. No judgement is made here.
 */
package dev.signet.engine.report;
