package dev.signet.server.relay;

import java.time.Instant;
import java.util.Optional;

/**
 * What a responder answered.
 *
 * @param body one {@code OCSPResponse}
 * @param received when
 * @param until until when it may be given to others as well, where it may at all
 */
record Answer(byte[] body, Instant received, Optional<Instant> until) {}
