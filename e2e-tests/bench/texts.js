// What stands above and below the tables of each task.

export const TITLES = {
  load: 'Loading',
  p12: 'Opening a .p12',
  sign: 'Signing',
  verify: 'Verifying with a chain of three',
  list: 'Verifying 200 mails in a row',
  encrypt: 'Encrypting to one recipient',
  recipients: 'Encrypting to more and more recipients',
  decrypt: 'Decrypting',
  both: 'Decrypting and verifying',
  memory: 'Memory for decrypting and verifying 25 MB',
  chain: 'Validating a chain of three, with an OCSP answer for the leaf and one for the intermediate',
};

export const TEXTS = {
  load: `From the navigation until a signed mail of 2 KB is verified; a server on this machine, with brotli and header fields
for caching as in production. Cold is a browser with a profile that has never been used; warm is the same page again in
that browser. The peers come as their packages are published, as a page without a build would serve them; a bundler
would make PKI.js smaller. The octets are bodies under brotli that the server sent, the page and the mail included.
`,
  p12: `A file of Alice's key (RSA-2048), her certificate and the intermediate, by OpenSSL; that with PBMAC1 is made by
Signet's own \`reprotectPkcs12\`, and OpenSSL 3.0 reads no such file. Before each time, and outside of it, Signet has
locked, so that the worker is another one. The floor is one PBKDF2 for each derivation that the file names, side by side; the MAC of
PKCS #12 has a derivation that WebCrypto does not have, so the floor lacks it.
`,
  sign: `Signet makes the whole mail (multipart/signed) out of the whole mail; the peers, who have no MIME that could be used,
make DER out of the content. Every signature is verified outside the time: Signet's by PKI.js (Ed25519 by another engine
of Signet), that of all others by Signet. openssl at 2 KB is \`openssl speed\`, the private key's operation alone; a process would drown
it. At the other sizes it is a call on the command line, from start to end.
`,
  verify: `Digest, signature, and the chain of the certificates in the mail up to an anchor that is known; nobody asks about
revocation. Signet starts from the mail; the peers are given content and DER, which were taken out before. At 2 KB with
RSA-2048 and P-256, twenty different mails take turns. openssl as above (at 2 KB \`openssl speed\`: the verification of one signature
alone).
`,
  list: `The mails are different, and of one signer with one chain. Milliseconds for all of them; in the text below for each.
`,
  encrypt: `To Alice, with RSA PKCS #1 v1.5 or ECDH; PKI.js and the floor, who have WebCrypto alone, with RSA-OAEP. Signet makes the
whole mail, the peers DER, the floor base64 of the parts. What was made is decrypted outside the time: Signet's by
node-forge where that can, else by another engine of Signet; that of the others by Signet.
`,
  recipients: `RSA-2048, AES-256-CBC, 2 KB; each recipient has a key of their own.
`,
  decrypt: `Mails by OpenSSL, with RSA PKCS #1 v1.5 or ECDH. Signet and the floor start from the mail, the peers from its DER,
base64 decoded before. PKI.js and the floor have RSA-OAEP: where the other is marked so, the same content was encrypted
that way.
`,
  both: `The mail was signed and then encrypted; the size is that of the content, the mail as it arrives is some 1.4 times as
large. Signet and the floor start from the mail, the peers from its DER; a simple function of ours splits the MIME inside for them.
`,
  memory: `The most that the browser's processes that render, the page's among them, had resident while the mail was opened (\`VmHWM\`, reset before), less
what they had when idle before the mail had arrived and after a small one had been opened (\`VmRSS\`). The mail itself is in the difference. A
new browser each time.
`,
  chain: `From the octets to the verdict, parsing included; the anchor alone is known beforehand. Every round has a chain that
nobody has seen before. “Revoked” and “forged” tell what becomes of the same chain when the leaf's answer says
revoked, or when the signature of an answer that says good is broken.
`,
};
