// Finds elements by `data-testid` through every shadow root, in one call of the driver: of what Shadow asks, most is
// asked again until it is so, and each call passes through three processes.
const [id, what, more] = arguments;

const parent = (element) =>
  element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

/** Whether a box lies wholly outside of what a box around it that cannot be scrolled leaves to be seen. */
function clipped(element) {
  const own = element.getBoundingClientRect();
  let { position } = getComputedStyle(element);
  for (let around = parent(element); around && position !== "fixed"; around = parent(around)) {
    const style = getComputedStyle(around);
    if (position === "absolute" && style.position === "static") continue;
    position = style.position;
    if (style.display === "contents") continue;
    const box = around.getBoundingClientRect();
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    if (hides(style.overflowX) && (own.right <= box.left || own.left >= box.right)) return true;
    if (hides(style.overflowY) && (own.bottom <= box.top || own.top >= box.bottom)) return true;
  }
  return false;
}

/** As WebDriver has it: drawn, not transparent, of some size, or with something within that is. */
function isShown(element) {
  if (getComputedStyle(element).display !== "contents") {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) return !clipped(element);
  }
  return [...(element.shadowRoot ?? element).children].some(isShown);
}

let found = [];
const visit = (root) => {
  found.push(...root.querySelectorAll(`[data-testid="${id}"]`));
  for (const element of root.querySelectorAll("*")) {
    if (element.shadowRoot) visit(element.shadowRoot);
  }
};
visit(document);
if (what === "all") return found;
if (what !== "attributes") {
  for (const [name, value] of Object.entries(more ?? {})) {
    found = found.filter((element) => element.getAttribute(name) === value);
  }
}
found = found.filter(isShown);
if (what === "attributes") return found.map((element) => element.getAttribute(more));
if (what === "ready") {
  found = found.slice(0, 1).filter((element) => !element.matches(":disabled"));
  // The driver itself does not find the scrolling box around what stands in a dialog's slot.
  for (const element of found) element.scrollIntoView({ block: "nearest" });
}
return found;
