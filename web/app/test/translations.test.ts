import { describeTranslations } from '../../translations.base.ts';
import { translations } from '../src/texts/index.ts';

describeTranslations(translations, {
  // What is written alike in English and in these languages.
  same: {
    product: ['de', 'nl', 'fr'],
    smime: ['de', 'nl', 'fr'],
    emlHint: ['de', 'nl', 'fr'],
    certificateHint: ['de', 'nl', 'fr'],
    cc: ['nl'],
    bcc: ['de', 'nl'],
    'certificateKinds.correspondent': ['nl'],
    columnType: ['fr'],
    columnActions: ['fr'],
    date: ['fr'],
    text: ['de'],
    pages: ['fr'],
  },
  unusual: ['smimeErrors.passphrase-characters'],
});
