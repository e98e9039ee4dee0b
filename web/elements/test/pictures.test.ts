import type { EncryptionReport, Layer, OpenedMessage, Status, StatusCode } from '@signet/smime';
import { describe, expect, test } from 'vitest';
import { picturesOf } from '../src/mail/pictures.ts';
import { opened } from './opened.ts';

const colours: Readonly<Record<StatusCode, Status['colour']>> = {
  unsigned: 'none',
  locked: 'none',
  decrypted: 'none',
  verified: 'green',
  'verified-revocation-off': 'green',
  'revocation-unknown': 'orange',
  'expired-since-signing': 'orange',
  'sender-only-match': 'orange',
  'date-mismatch': 'orange',
  revoked: 'red',
  untrusted: 'red',
  expired: 'red',
  'not-yet-valid': 'red',
  'wrong-purpose': 'red',
  'address-mismatch': 'red',
  tampered: 'red',
  'weak-algorithm': 'red',
  'no-signer': 'red',
  malformed: 'red',
  'no-key': 'none',
  'decryption-failed': 'red',
  unsupported: 'red',
  'internal-error': 'red',
};
const codes = Object.keys(colours) as StatusCode[];
const green = new Set<StatusCode>(['verified', 'verified-revocation-off']);
/** Nothing is known of the content, if there is any. */
const never = new Set<StatusCode>([
  'locked',
  'no-key',
  'decryption-failed',
  'unsupported',
  'internal-error',
]);

const signed: Layer = { type: 'signed', form: 'detached' };
const enveloped: Layer = { type: 'encrypted', form: 'enveloped' };
const sealed: Layer = { type: 'encrypted', form: 'auth-enveloped' };
const compressed: Layer = { type: 'compressed' };

const encryption = (authenticated: boolean): EncryptionReport => ({
  contentCipher: authenticated ? 'AES-256-GCM' : 'AES-256-CBC',
  authenticated,
  keyTransport: 'RSA',
  recipients: 1,
  recipientIds: [],
  key: '1',
});

function message(
  code: StatusCode,
  layers: Layer[],
  report: EncryptionReport | null = null,
): OpenedMessage {
  return opened({ code, colour: colours[code] }, { layers, encryption: report });
}

describe('pictures of a mail that came in clear', () => {
  test.each(codes)('%s', (code) => {
    const wanted = never.has(code) ? 'refused' : 'offered';
    expect(picturesOf(message(code, []))).toBe(wanted);
    expect(picturesOf(message(code, [signed]))).toBe(wanted);
  });
});

describe('pictures of a mail under a cipher that shows a change', () => {
  test.each(codes)('%s', (code) => {
    const wanted = never.has(code) ? 'refused' : 'offered';
    expect(picturesOf(message(code, [sealed], encryption(true)))).toBe(wanted);
    expect(picturesOf(message(code, [sealed, signed], encryption(true)))).toBe(wanted);
  });
});

describe('pictures of a mail under a cipher that shows no change', () => {
  test.each(codes)('%s: only by a green signature within', (code) => {
    expect(picturesOf(message(code, [enveloped], encryption(false)))).toBe('refused');
    expect(picturesOf(message(code, [signed, enveloped], encryption(false)))).toBe('refused');
    expect(picturesOf(message(code, [enveloped, signed], encryption(false)))).toBe(
      green.has(code) ? 'offered' : 'refused',
    );
    expect(
      picturesOf(message(code, [signed, enveloped, compressed, signed], encryption(false))),
    ).toBe(green.has(code) ? 'offered' : 'refused');
  });

  test.each(codes)('%s: one such layer is enough', (code) => {
    expect(picturesOf(message(code, [enveloped, sealed], encryption(true)))).toBe('refused');
    expect(picturesOf(message(code, [sealed, enveloped], encryption(false)))).toBe('refused');
  });

  test('the layers and the report must agree', () => {
    expect(picturesOf(message('decrypted', [enveloped], encryption(true)))).toBe('refused');
    expect(picturesOf(message('decrypted', [sealed], encryption(false)))).toBe('refused');
    expect(picturesOf(message('decrypted', [sealed]))).toBe('refused');
    expect(picturesOf(message('verified', [signed], encryption(false)))).toBe('refused');
  });
});

test('a verdict that is not known here is no reason to load anything', () => {
  expect(picturesOf(message('something-new' as StatusCode, []))).toBe('refused');
});
