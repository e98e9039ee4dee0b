package dev.signet.server.settings;

import java.util.List;
import java.util.Optional;

/**
 * Where the page finds the user's mail. The server itself never goes there.
 *
 * @param session address of the JMAP session resource (RFC 8620, 2), as it was written
 * @param origins further origins that the page may connect to: the session's, where that is not the
 *     site's own, and those that were listed beside it
 */
public record MailSettings(Optional<String> session, List<Origin> origins) {}
