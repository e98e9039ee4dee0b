import { describe, expect, it } from 'vitest';
import {
  isTextKey,
  languages,
  render,
  renderAll,
  type TextKey,
  texts,
} from '../../src/texts/index.ts';
import { octets, start } from '../support/engine.ts';

const keys = Object.keys(texts.en) as TextKey[];
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\w*\}?/g)].map(String).toSorted();

describe('The texts', () => {
  it('are the same sentences in every language, with the same placeholders', () => {
    for (const language of languages) {
      expect(new Set(Object.keys(texts[language]))).toEqual(new Set(keys));
      for (const key of keys) {
        const text = texts[language][key];
        expect(placeholders(text), key).toEqual(placeholders(texts.en[key]));
        for (const found of placeholders(text)) expect(['{address}', '{detail}']).toContain(found);
        expect(text, key).toMatch(/\p{Lu}.*\.$/u);
      }
    }
    for (const language of ['de', 'nl', 'fr'] as const) {
      for (const key of keys) expect(texts[language][key], key).not.toBe(texts.en[key]);
    }
  });

  it('are set as their language is', () => {
    for (const language of languages) {
      for (const key of keys) {
        const text = texts[language][key];
        expect(text, key).not.toMatch(/["']|\.\.\.| [;:!?]|\s\s/);
        if (language === 'fr') expect(text, key).not.toMatch(/[^\u202f][;:!?]/);
        else expect(text, key).not.toContain('\u202f');
      }
    }
  });

  it('set an address apart, so that it cannot turn what stands around it', () => {
    expect(render('en', 'status.verified', { address: 'a@example.org' })).toBe(
      'Signed by \u2068a@example.org\u2069.',
    );
    expect(render('de', 'status.verified', { address: '\u202eb\u2069\n{detail}$&' })).toBe(
      'Signiert von \u2068\ufffdb\ufffd\ufffd{detail}$&\u2069.',
    );
  });

  it('give a detail in brackets, and none where there is none', () => {
    expect(render('en', 'status.malformed')).toContain('damaged. ');
    expect(render('en', 'status.malformed', { detail: 'no end' })).toContain(
      'damaged (\u2068no end\u2069). ',
    );
  });

  it('know their keys', () => {
    expect(isTextKey('status.tampered')).toBe(true);
    expect(isTextKey('toString')).toBe(false);
    expect(renderAll('en', [{ key: 'status.tampered' }, { key: 'status.treat-as-unsigned' }])).toBe(
      'This message was changed after it was signed. Treat this message as unsigned.',
    );
  });
});

describe('A report', () => {
  it('speaks the language of its engine', async () => {
    for (const language of languages) {
      const { engine } = await start({ language });
      const opened = await engine.open(octets('x'));
      expect(opened.status.message).toBe(texts[language]['status.unsigned']);
      const [signer] = opened.signature?.signers ?? [];
      expect(signer?.status.message).toContain('eve@example.org');
      expect(signer?.status.message.endsWith(texts[language]['status.treat-as-unsigned'])).toBe(
        true,
      );
      expect(signer?.certificate?.problems[0]?.message).toBe(texts[language]['problem.untrusted']);
      expect(signer?.certificate?.advice?.[0]?.message).toBe(texts[language]['advice.key-kind']);
      expect(signer?.encryption?.message).toBe(texts[language]['correspondent.not-trusted']);
      expect(signer?.encryption?.certificate.problems[0]?.message).toBe(
        texts[language]['problem.untrusted'],
      );
      const failed = await engine.open(octets('trap'));
      expect(failed.status.message).toContain(texts[language]['status.treat-as-unsigned']);
      const report = await engine.checkCertificate(octets('x'));
      expect(report.problems[0]?.message).toBe(texts[language]['problem.untrusted']);
    }
  });

  it('is English where nobody says', async () => {
    const { engine } = await start();
    expect((await engine.open(octets('x'))).status.message).toBe(texts.en['status.unsigned']);
  });

  it('is told in another language as soon as its engine is, without being made again', async () => {
    const { engine } = await start();
    const opened = await engine.open(octets('x'));
    const failed = await engine.open(octets('trap'));
    const report = await engine.checkCertificate(octets('x'));
    for (const language of languages) {
      engine.language = language;
      expect(engine.language).toBe(language);
      const said = texts[language];
      expect(opened.status.message).toBe(said['status.unsigned']);
      expect(failed.status.message).toContain(said['status.treat-as-unsigned']);
      expect(report.problems[0]?.message).toBe(said['problem.untrusted']);
      const [signer] = opened.signature?.signers ?? [];
      expect(signer?.certificate?.advice?.[0]?.message).toBe(said['advice.key-kind']);
      expect(signer?.encryption?.message).toBe(said['correspondent.not-trusted']);
      // A copy keeps the words that it was made with.
      expect(structuredClone(report).problems).toEqual([...report.problems]);
    }
  });

  it('stays in its language when the engine is asked for one that it does not speak', async () => {
    const { engine } = await start({ language: 'nl' });
    const opened = await engine.open(octets('x'));
    for (const unknown of ['tlh', '', null, undefined, 1, 'toString']) {
      expect(() => {
        engine.language = unknown as 'en';
      }).toThrow(
        expect.objectContaining({
          code: expect.stringMatching(/^(unsupported-algorithm|refused-parameters)$/),
        }),
      );
    }
    expect(engine.language).toBe('nl');
    expect(opened.status.message).toBe(texts.nl['status.unsigned']);
  });
});
