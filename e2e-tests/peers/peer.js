/**
 * A peer's command line: one request as JSON on standard input, one answer as JSON on standard output.
 * Bytes are base64. A peer that refuses answers {refusal: its own words}.
 */
export async function serve(operations) {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  const request = JSON.parse(text);
  let answer;
  try {
    answer = { bytes: Buffer.from(await operations[request.operation](request)).toString('base64') };
  } catch (error) {
    answer = { refusal: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer));
}

/** What a request carries as base64. */
export const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64'));
