/** Mozilla's programs, driven by their own remote protocol: no driver of Selenium's is packaged. */
package dev.signet.e2e.mozilla;
