/**
 * Counts the octets that the module has its host go through, and those that are copied with
 * `Uint8Array.prototype.set`, as all are that cross into Java and back.
 */
let counts = {};

function count(name, octets) {
  counts[name] = (counts[name] ?? 0) + octets;
}

const set = Uint8Array.prototype.set;
Uint8Array.prototype.set = function (source, at) {
  count('copied', source.length);
  set.call(this, source, at);
};

/** Which argument of each function is the content. */
const CONTENT = {
  decodeBase64: 0,
  encodeBase64: 0,
  canonicalLineEnds: 0,
  digest: 1,
  decryptContent: 3,
  encryptContent: 3,
};

/** The same host, whose functions count what they are given. */
export function counting(host) {
  const counted = { ...host };
  for (const [name, index] of Object.entries(CONTENT)) {
    counted[name] = (...args) => {
      count(name, args[index].length);
      return host[name](...args);
    };
  }
  counted.concat = (parts) => {
    count('concat', parts.reduce((sum, part) => sum + part.length, 0));
    return host.concat(parts);
  };
  return counted;
}

/** What was counted since it was asked last. */
export function takeCounts() {
  const taken = counts;
  counts = {};
  return taken;
}
