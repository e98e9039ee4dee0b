/** Has the browser save octets as a file. */
export function save(octets: Uint8Array, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([octets as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.rel = 'noopener';
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
