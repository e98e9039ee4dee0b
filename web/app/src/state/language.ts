import type { EngineOptions } from '@signet/smime';

/** The language of verdicts: the page's, where the engine speaks it. */
export function language(): NonNullable<EngineOptions['language']> {
  return document.documentElement.lang.split('-')[0] === 'de' ? 'de' : 'en';
}
