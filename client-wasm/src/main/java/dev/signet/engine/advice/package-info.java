/** What whoever issues certificates could do better; no verdict hangs on it. */
package dev.signet.engine.advice;
