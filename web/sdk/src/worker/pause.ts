/**
 * A function that gives way to the worker's other messages: its promise resolves in a task of its
 * own. `setTimeout` would do so as well, but waits 4 ms from the fifth time on.
 */
export function pauser(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.addEventListener('message', () => waiting.shift()?.());
  channel.port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}
