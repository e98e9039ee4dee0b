import { describeTranslations } from '../../translations.base.ts';
import { translations } from '../src/texts/index.ts';

describeTranslations(translations, {
  // What is written alike in English and in these languages.
  same: {
    passphrase: ['de'],
    bits: ['nl', 'fr'],
    details: ['nl'],
    signature: ['fr'],
  },
});
