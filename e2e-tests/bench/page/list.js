// Verifies many mails of one signer in a row, as a list of mail does that shows who wrote.
import { verifiable, verifiers } from './verify.js';

export async function contestants(fixtures) {
  const { messages, bad } = await verifiable(fixtures);
  const all = await verifiers(fixtures, { messages, bad });
  return all.map((each) => ({
    ...each,
    async run() {
      for (const message of messages) {
        const outcome = await each.one(message);
        if (outcome !== true) return outcome;
      }
      return true;
    },
  }));
}
