/**
 * What a person does with the WebApp, and what must come of it. One browser and one server serve
 * the whole run, so that what the run left behind can be judged at its end.
 */
package dev.signet.e2e.cases;
