/**
 * The page's end. A test calls `perform` by WebDriver: arguments and results are JSON, with bytes as
 * `{ base64: … }` or `{ fetch: … }`.
 */
const violations = [];
const pending = new Map();
let worker;
let last = 0;

document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`page: ${event.violatedDirective} ${event.blockedURI}`);
});

function send(message) {
  return new Promise((resolve) => {
    const id = ++last;
    pending.set(id, resolve);
    worker.postMessage({ ...message, id });
  });
}

/** Starts a worker, anew where there was one. `host` names the kind of host. */
window.start = (host, module) => {
  worker?.terminate();
  worker = new Worker('worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => {
    if (data.violation !== undefined) {
      violations.push(data.violation);
      return;
    }
    pending.get(data.id)(data.result);
    pending.delete(data.id);
  };
  return send({ start: host, module });
};

window.perform = (operation, args) => send({ operation, args });
/** Lets the module with rarely used algorithms come from elsewhere; for the worker that runs. */
window.rareFrom = (rareFrom) => send({ rareFrom });
/** How often the worker has asked for that module. */
window.rareLoads = () => send({ rareLoads: true });
/** How many octets the host has gone through since this was asked last. */
window.counts = () => send({ counts: true });
/** Has a module answer an ask by itself; needs a worker, and no engine. */
window.answer = (module, ask) => send({ module, ask });
window.violations = violations;

let answers;
/** Has the modules answer what lies at an address; see `answers.js`. */
window.answerAll = (address) =>
  new Promise((resolve) => {
    answers ??= new Worker('answers.js', { type: 'module' });
    answers.onmessage = ({ data }) => resolve(data);
    answers.onerror = (event) => resolve({ refusal: { code: 'page', message: event.message } });
    answers.postMessage(address);
  });
