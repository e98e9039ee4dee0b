/** The buffers of every array in the arguments of a call, to be given away with the message. */
export function transferable(args: object): Transferable[] {
  const buffers = new Set<ArrayBuffer>();
  for (const value of Object.values(args)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item instanceof Uint8Array && item.buffer instanceof ArrayBuffer) {
        buffers.add(item.buffer);
      }
    }
  }
  return [...buffers];
}
