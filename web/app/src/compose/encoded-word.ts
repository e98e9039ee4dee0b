const utf8 = new TextEncoder();

/** The longest encoded word (RFC 2047, 2), and the room that its frame takes. */
const longestWord = 75;
const frame = '=?UTF-8?B??='.length;
const longestPayload = Math.floor((longestWord - frame) / 4) * 3;

/** Line length to keep to, and the one never to pass (RFC 5322, 2.1.1), without CRLF. */
const wished = 76;

/** Whether the text can stand in a header field as it is: printable US-ASCII that no reader takes for an encoded word. */
export function isPlain(text: string): boolean {
  return (
    /^[\x20-\x7e]*$/.test(text) &&
    !text.includes('=?') &&
    text.split(' ').every((word) => word.length < wished - 10)
  );
}

/** The text as encoded words, each of whole characters, separated by spaces where lines may be folded. */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let octets: number[] = [];
  for (const character of text) {
    const more = [...utf8.encode(character)];
    if (octets.length + more.length > longestPayload) {
      words.push(encodedWord(octets));
      octets = [];
    }
    octets.push(...more);
  }
  if (octets.length > 0) words.push(encodedWord(octets));
  return words.join(' ');
}

function encodedWord(octets: readonly number[]): string {
  return `=?UTF-8?B?${btoa(String.fromCodePoint(...octets))}?=`;
}

/** A field whose value is text for a person, such as Subject. */
export function textField(name: string, value: string): string {
  const text = value
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\0-\x1f\x7f]/g, '')
    .trim();
  return folded(`${name}: ${isPlain(text) ? text : encodedWords(text)}`);
}

/** Folds a field at its spaces; one that has none near enough stays long, as the syntax allows. */
export function folded(field: string): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of field.split(' ')) {
    if (line !== '' && line.length + 1 + piece.length > wished && line.trim() !== '') {
      lines.push(line);
      line = ` ${piece}`;
    } else {
      line = line === '' && lines.length === 0 ? piece : `${line} ${piece}`;
    }
  }
  lines.push(line);
  return lines.join('\r\n');
}
