import type { Engine, OpenedMessage } from '@signet/smime';

const latin1 = new TextDecoder('latin1');
const utf8 = new TextEncoder();

async function digest(text: string): Promise<string> {
  const octets = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)));
  return btoa(String.fromCodePoint(...octets));
}

function split(message: string): { outer: string; inner: string } {
  const at = message.indexOf('\r\n\r\n');
  const fields = message.slice(0, at).split(/\r\n(?![ \t])/);
  const mime = (field: string): boolean => /^content-/i.test(field);
  const joined = (list: string[]): string => list.map((field) => `${field}\r\n`).join('');
  return {
    outer: joined(fields.filter((field) => !mime(field))),
    inner: `${joined(fields.filter(mime))}\r\n${message.slice(at + 4)}`,
  };
}

/**
 * Makes messages in the forms of the engine, with a digest in place of a signature and plain base64 in place of a cipher:
 * enough to see what a server does to them. `open` verifies the digest for real.
 */
export const sealingEngine = {
  async sign(message: Uint8Array): Promise<Uint8Array> {
    const { outer, inner } = split(latin1.decode(message));
    const type = 'multipart/signed; protocol="application/pkcs7-signature"; boundary="seal"';
    const signature = `Content-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: base64\r\n\r\n${await digest(inner)}\r\n`;
    return utf8.encode(
      `${outer}Content-Type: ${type}\r\n\r\n--seal\r\n${inner}\r\n--seal\r\n${signature}\r\n--seal--\r\n`,
    );
  },

  async encrypt(message: Uint8Array): Promise<Uint8Array> {
    const { outer, inner } = split(latin1.decode(message));
    const lines = btoa(inner).match(/.{1,76}/g) ?? [];
    const head = `${outer}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
    return utf8.encode(`${head}${lines.join('\r\n')}\r\n`);
  },

  async open(message: Uint8Array): Promise<OpenedMessage> {
    const parts = latin1.decode(message).split(/\r\n--seal(?:--)?\r\n/);
    const content = parts[1] ?? '';
    const value = parts[2]?.split('\r\n\r\n')[1]?.trim() ?? '';
    const good = value === (await digest(content));
    return {
      layers: [{ type: 'signed', form: 'detached' }],
      status: { colour: good ? 'green' : 'red', code: good ? 'verified' : 'tampered', message: '' },
      content: utf8.encode(content),
      signature: null,
      encryption: null,
    };
  },
} as unknown as Engine;
