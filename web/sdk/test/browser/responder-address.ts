/** The responder that the certificates of the tests name; the relay alone knows the way. */
export const RESPONDER = 'http://responder.example/status?of=all&x';
