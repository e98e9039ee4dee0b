import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract.ts';
import { failure, octets, start } from '../support/engine.ts';

describe('what is not supported is refused by name', () => {
  it.each([
    ['purpose', { purpose: 'codeSigning' as never }],
    ['policies.inhibitMaping', { policies: { inhibitMaping: true } as never }],
  ])('%s', async (option, options) => {
    const { engine } = await start();
    const error = await failure(engine.checkCertificate(octets('x'), options));
    expect([error.code, error.details['option']]).toEqual(['unsupported-algorithm', option]);
  });
});

describe('judging a certificate', () => {
  it('has the defaults of the contract', async () => {
    const { engine, environment } = await start();
    const report = await engine.checkCertificate(octets('x'));
    expect(report.problems[0]?.code).toBe('untrusted');
    expect(environment.last.module?.calls[0]?.args).toMatchObject({
      intermediates: [],
      trustAnchors: null,
      crls: [],
      ocspResponses: [],
      purpose: 'emailProtection',
      policies: [],
      requireExplicitPolicy: false,
      inhibitPolicyMapping: false,
      inhibitAnyPolicy: false,
    });
  });

  it('is by what the caller says', async () => {
    const { engine, environment } = await start();
    await engine.checkCertificate(octets('x'), {
      crls: [octets('crl')],
      ocspResponses: [octets('one'), octets('two')],
      purpose: 'any',
      policies: {
        initial: ['2.5.29.32.0', '2.16.840.1.101.3.2.1.48.1'],
        requireExplicit: true,
        inhibitMapping: true,
        inhibitAny: true,
      },
    });
    const args = environment.last.module?.calls[0]?.args;
    expect(args).toMatchObject({
      crls: [octets('crl')],
      ocspResponses: [octets('one'), octets('two')],
      purpose: 'any',
      policies: ['2.5.29.32.0', '2.16.840.1.101.3.2.1.48.1'],
      requireExplicitPolicy: true,
      inhibitPolicyMapping: true,
      inhibitAnyPolicy: true,
    });
  });

  it('is the same in a message, where correspondents’ certificates may be held', async () => {
    const { engine, environment } = await start();
    const given = { crls: [octets('crl')], ocspResponses: [octets('one')], held: [octets('der')] };
    await engine.open(octets('x'), given);
    expect(environment.last.module?.calls[0]?.args).toMatchObject(given);
    await engine.open(octets('x'));
    expect(environment.last.module?.calls[1]?.args).toMatchObject({
      crls: [],
      ocspResponses: [],
      held: [],
    });
  });
});

describe('arguments of the wrong type', () => {
  it.each<[string, (engine: Engine) => Promise<unknown>]>([
    ['p12', (engine) => engine.inspectPkcs12('text' as never)],
    ['p12', (engine) => engine.unlock(new ArrayBuffer(4) as never, 'secret')],
    ['passphrase', (engine) => engine.unlock(octets('x'), undefined as never)],
    [
      'insecure.acceptClearKeys',
      (engine) => engine.unlock(octets('x'), 'a', { acceptClearKeys: 1 as never }),
    ],
    ['newPassphrase', (engine) => engine.reprotectPkcs12(octets('x'), 'a', 5 as never)],
    ['bytes', (engine) => engine.readCertificates(null as never)],
    ['certificate', (engine) => engine.checkCertificate({} as never)],
    ['message', (engine) => engine.open([1, 2] as never)],
    ['options', (engine) => engine.open(octets('x'), 'now' as never)],
    ['at', (engine) => engine.open(octets('x'), { at: new Date(NaN) })],
    ['at', (engine) => engine.open(octets('x'), { at: 5 as never })],
    ['signal', (engine) => engine.open(octets('x'), { signal: {} as never })],
    ['onProgress', (engine) => engine.open(octets('x'), { onProgress: 1 as never })],
    [
      'intermediates',
      (engine) => engine.open(octets('x'), { intermediates: octets('x') as never }),
    ],
    ['passwords[0]', (engine) => engine.open(octets('x'), { passwords: [octets('x') as never] })],
    [
      'keyEncryptionKeys[0].key',
      (engine) =>
        engine.open(octets('x'), { keyEncryptionKeys: [{ identifier: octets('x') } as never] }),
    ],
    ['crls', (engine) => engine.open(octets('x'), { crls: 'x' as never })],
    ['crls[1]', (engine) => engine.open(octets('x'), { crls: [octets('x'), 'x' as never] })],
    ['ocspResponses[0]', (engine) => engine.open(octets('x'), { ocspResponses: [{} as never] })],
    ['held', (engine) => engine.open(octets('x'), { held: octets('x') as never })],
    ['purpose', (engine) => engine.checkCertificate(octets('x'), { purpose: 5 as never })],
    ['policies', (engine) => engine.checkCertificate(octets('x'), { policies: true as never })],
    [
      'policies.requireExplicit',
      (engine) =>
        engine.checkCertificate(octets('x'), { policies: { requireExplicit: 1 as never } }),
    ],
    ...['1', '1.', '3.1', '1.40', '1.2.03', '2.5.29.x', ' 1.2.3', 5].map(
      (oid): [string, (engine: Engine) => Promise<unknown>] => [
        'policies.initial',
        (engine) =>
          engine.checkCertificate(octets('x'), { policies: { initial: ['1.2.3', oid as never] } }),
      ],
    ),
    [
      'policies.initial',
      (engine) => engine.checkCertificate(octets('x'), { policies: { initial: '1.2.3' as never } }),
    ],
    ['options', (engine) => engine.sign(octets('x'), undefined as never)],
    ['recipients', (engine) => engine.encrypt(octets('x'), {} as never)],
    [
      'hiddenRecipients',
      (engine) =>
        engine.encryptSeparately(octets('x'), { recipients: [], hiddenRecipients: {} as never }),
    ],
    [
      'alsoFor',
      (engine) => engine.encrypt(octets('x'), { recipients: [], alsoFor: octets('x') as never }),
    ],
    [
      'capabilities',
      (engine) => engine.encrypt(octets('x'), { recipients: [], capabilities: 1 as never }),
    ],
    [
      'capabilities.abc',
      (engine) => engine.encrypt(octets('x'), { recipients: [], capabilities: { abc: [] } }),
    ],
    [
      `capabilities.${'0'.repeat(64)}`,
      (engine) =>
        engine.encrypt(octets('x'), {
          recipients: [],
          capabilities: { ['0'.repeat(64)]: ['1.2.3 4'] },
        }),
    ],
    [
      'recipients[1]',
      (engine) => engine.encrypt(octets('x'), { recipients: [octets('a'), '' as never] }),
    ],
  ])('%s: refused-parameters, and nothing is sent', async (argument, call) => {
    const { engine, environment } = await start();
    const error = await failure(call(engine));
    expect([error.code, error.details['argument']]).toEqual(['refused-parameters', argument]);
    expect(environment.last.posted.length).toBe(1);
  });
});
