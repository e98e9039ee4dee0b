/** Ways to responders, in a real page: what the browser sends, and what the engine makes of it. */
import type { EngineOptions } from '../../src/contract.ts';
import { type Check, check, codeOf, equal } from './expect.ts';
import { RESPONDER } from './responder-address.ts';
import { fixture, sdk } from './sdk.ts';

async function judged(name: string, ocsp: EngineOptions['ocsp'] & object): Promise<unknown[]> {
  const create = await sdk();
  const engine = await create({ trustAnchors: [await fixture('responder-ca.pem')], ocsp });
  const { trusted, revocation, problems } = await engine.checkCertificate(await fixture(name));
  await engine.close();
  return [trusted, revocation, ...problems.map(({ code }) => code)];
}

const UNKNOWN = [false, 'unknown', 'revocation-unknown'];

export const responderChecks: Record<string, Check> = {
  'a responder behind the relay says good, or revoked': async () => {
    document.cookie = 'session=1; SameSite=Strict';
    const ocsp = { proxy: '/relay', headers: { 'X-Test': 'yes' } };
    equal(await judged('good.der', ocsp), [true, 'good']);
    equal(await judged('revoked.der', ocsp), [false, 'revoked', 'revoked']);
    const seen = await (await fetch('/relay/seen', { method: 'POST' })).json();
    equal(seen, {
      responder: RESPONDER,
      type: 'application/ocsp-request',
      test: 'yes',
      accept: 'application/ocsp-response',
      origin: location.origin,
      cookie: 'session=1',
    });
  },

  'a relay that answers with a page, elsewhere or not at all leaves it unknown': async () => {
    for (const proxy of ['/relay/html', '/relay/moved', 'http://127.0.0.2:1/']) {
      equal([proxy, await judged('good.der', { proxy })], [proxy, UNKNOWN]);
    }
  },

  'the page’s own function is a way, and may fail': async () => {
    const way = async (responder: string, request: Uint8Array): Promise<Uint8Array> => {
      const to = `/relay?responder=${encodeURIComponent(responder)}`;
      const answer = await fetch(to, { method: 'POST', body: new Uint8Array(request) });
      return new Uint8Array(await answer.arrayBuffer());
    };
    equal(await judged('good.der', way), [true, 'good']);
    equal(await judged('good.der', async () => new TextEncoder().encode('<html>')), UNKNOWN);
    equal(await judged('good.der', () => Promise.reject(new Error('offline'))), UNKNOWN);
  },

  'a caller that gives up while a responder is silent is free at once': async () => {
    const create = await sdk();
    const stop = new AbortController();
    let asked: AbortSignal | undefined;
    const engine = await create({
      trustAnchors: [await fixture('responder-ca.pem')],
      ocsp: (_, __, signal) => {
        asked = signal;
        setTimeout(() => stop.abort(), 0);
        return new Promise(() => {});
      },
    });
    const certificate = await fixture('good.der');
    const began = performance.now();
    equal(await codeOf(engine.checkCertificate(certificate, { signal: stop.signal })), 'aborted');
    check(performance.now() - began < 2000, 'took too long');
    check(asked?.aborted === true, 'the question was not given up');
    equal((await engine.readCertificates(certificate)).length, 1);
    await engine.close();
  },
};
