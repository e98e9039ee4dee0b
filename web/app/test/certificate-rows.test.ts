import { describe, expect, test } from 'vitest';
import { fileNameOf, pemOf } from '../src/certificates/export.ts';
import {
  certificateRows,
  isSelfIssued,
  purposesOf,
  shortName,
  sortedRows,
} from '../src/certificates/rows.ts';
import { certificate } from './certificates.ts';

const anna = certificate({ serialNumber: '0a', emailAddresses: ['anna@example.org'] });
const bob = certificate({
  serialNumber: '0b',
  emailAddresses: ['Bob@example.org'],
  notAfter: new Date('2026-06-01'),
});
const mine = certificate({ serialNumber: '0c', emailAddresses: ['me@example.org'] });

describe('the rows of public certificates', () => {
  const origin = { way: 'mail', at: 0 } as const;
  const rows = certificateRows([mine, mine], [bob, anna], (one) => (one === bob ? origin : null));
  const names = (sorted: typeof rows) => sorted.map((row) => row.certificate.emailAddresses[0]);

  test('are one’s own, each once, and the correspondents’ with how they came', () => {
    expect(rows.map(({ kind, origin: came }) => [kind, came])).toEqual([
      ['own', null],
      ['correspondent', origin],
      ['correspondent', null],
    ]);
  });

  test('are sorted by address, validity and kind, up and down', () => {
    expect(names(sortedRows(rows, 'address', false))).toEqual([
      'anna@example.org',
      'Bob@example.org',
      'me@example.org',
    ]);
    expect(names(sortedRows(rows, 'address', true))[0]).toBe('me@example.org');
    expect(names(sortedRows(rows, 'until', false))[0]).toBe('Bob@example.org');
    expect(names(sortedRows(rows, 'kind', false))[0]).toBe('me@example.org');
  });

  test('say what the certificate is for, valid or not', () => {
    expect(purposesOf(bob)).toEqual(['sign', 'encrypt']);
    expect(purposesOf(certificate({ keyUsage: ['keyAgreement'] }))).toEqual(['encrypt']);
    expect(purposesOf(certificate({ extendedKeyUsage: ['serverAuth'] }))).toEqual([]);
  });

  test('name the authority shortly', () => {
    expect(shortName('C=DE, O=Some\\, Org, CN=Issuing CA 1\\, Berlin')).toBe(
      'Issuing CA 1, Berlin',
    );
    expect(shortName('O=No common name')).toBe('O=No common name');
    expect(isSelfIssued(certificate({ issuer: 'CN=Bob' }))).toBe(true);
  });
});

describe('an exported certificate', () => {
  test('is PEM in lines of 64', () => {
    const pem = pemOf(certificate({ der: new Uint8Array(100).fill(0xff) }));
    const lines = pem.trimEnd().split('\n');
    expect(lines[0]).toBe('-----BEGIN CERTIFICATE-----');
    expect(lines[1]).toHaveLength(64);
    expect(lines.at(-1)).toBe('-----END CERTIFICATE-----');
    expect(atob(lines.slice(1, -1).join(''))).toHaveLength(100);
  });

  test('has a file name that leads nowhere else', () => {
    const hostile = certificate({ emailAddresses: ['../..\\a/\u202eb@example.org'] });
    expect(fileNameOf(hostile, 'cer')).not.toMatch(/[/\\\u202e]/);
  });
});
