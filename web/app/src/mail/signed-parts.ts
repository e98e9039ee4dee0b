import { kindOf } from './smime-kind.ts';
import { headerBlock } from './summary.ts';

const latin1 = new TextDecoder('latin1');
/** Deeper than any mail; the parser behind refuses there as well. */
const deepest = 64;

/** A part with a signature or encryption of its own within a larger body: an entity, with its header. */
export interface ProtectedPart {
  readonly kind: 'signed' | 'encrypted';
  readonly octets: Uint8Array<ArrayBuffer>;
}

/** A multipart's parts as ranges of its octets. */
interface Part {
  readonly start: number;
  readonly end: number;
}
type Found = Part & Pick<ProtectedPart, 'kind'>;

/**
 * Takes the parts out of a multipart that carry a signature or encryption of their own (`multipart/signed` and
 * `application/pkcs7-mime` within a larger body): shown in line they would look as if the message said them. A message
 * that is itself one stays.
 */
export function withoutProtectedParts(entity: Uint8Array): {
  rest: Uint8Array;
  parts: ProtectedPart[];
} {
  const found: Found[] = [];
  collect(entity, 0, entity.length, 0, found);
  if (found.length === 0) return { rest: entity, parts: [] };
  const rest = new Uint8Array(entity.length);
  let length = 0;
  let from = 0;
  for (const part of found) {
    // An empty part stays, so that the boundaries around it keep their meaning.
    const replacement = new TextEncoder().encode('Content-Type: text/plain\r\n\r\n');
    rest.set(entity.subarray(from, part.start), length);
    length += part.start - from;
    if (part.end - part.start >= replacement.length) {
      rest.set(replacement, length);
      length += replacement.length;
    }
    from = part.end;
  }
  rest.set(entity.subarray(from), length);
  length += entity.length - from;
  return {
    rest: rest.subarray(0, length),
    parts: found.map(({ kind, start, end }) => ({ kind, octets: entity.slice(start, end) })),
  };
}

function collect(
  entity: Uint8Array,
  start: number,
  end: number,
  depth: number,
  found: Found[],
): void {
  if (depth > deepest) return;
  const header = headerBlock(entity.subarray(start, end));
  const type = contentType(latin1.decode(header));
  const kind = depth > 0 ? protection(type, entity.subarray(start + header.length, end)) : null;
  if (kind !== null) found.push({ kind, start, end });
  if (kind !== null || !/^\s*multipart\//i.test(type)) return;
  if (/^\s*multipart\/signed/i.test(type)) return;
  if (/;\s*boundary\*/i.test(type)) {
    // Written in pieces (RFC 2231) it would be read here otherwise than by the parser behind.
    throw new RangeError('the boundary is written in a form that is not read');
  }
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return;
  for (const part of partsOf(entity, start + header.length, end, name)) {
    collect(entity, part.start, part.end, depth + 1, found);
  }
}

function protection(type: string, body: Uint8Array): ProtectedPart['kind'] | null {
  if (/^\s*multipart\/signed/i.test(type)) return 'signed';
  const { encrypted, signed } = kindOf(type.trim(), body);
  if (encrypted) return 'encrypted';
  return signed ? 'signed' : null;
}

function contentType(header: string): string {
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ');
  return /^content-type\s*:(.*)$/im.exec(unfolded)?.[1] ?? '';
}

function partsOf(entity: Uint8Array, start: number, end: number, boundary: string): Part[] {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const parts: Part[] = [];
  let open = -1;
  for (let line = start; line < end;) {
    const feed = entity.indexOf(0x0a, line);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    if (delimiter.every((octet, index) => entity[line + index] === octet)) {
      const tail = latin1.decode(entity.subarray(line + delimiter.length, next)).trim();
      if (tail === '' || tail === '--') {
        if (open >= 0) parts.push({ start: open, end: beforeLineBreak(entity, open, line) });
        open = tail === '' ? next : -1;
        if (tail === '--') return parts;
      }
    }
    line = next;
  }
  if (open >= 0) parts.push({ start: open, end });
  return parts;
}

/** The line break before a delimiter belongs to the delimiter (RFC 2046, 5.1.1). */
function beforeLineBreak(entity: Uint8Array, start: number, at: number): number {
  let end = at;
  if (end > start && entity[end - 1] === 0x0a) end -= 1;
  if (end > start && entity[end - 1] === 0x0d) end -= 1;
  return end;
}
