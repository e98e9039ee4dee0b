/**
 * Chromium, the pages of the WebApp as a person sees them, and the page that holds nothing but the
 * SDK. Knows nothing of what the cases expect.
 */
package dev.signet.e2e.browser;
