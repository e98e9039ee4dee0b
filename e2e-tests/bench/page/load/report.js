// Tells the server when the first mail was verified; times since the navigation.

export const get = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

export async function report(verified, begun) {
  const times = { verified, begun, done: performance.now() };
  await fetch('/results', { method: 'POST', body: JSON.stringify(times) });
}
