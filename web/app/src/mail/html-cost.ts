/** Elements that a parser opens again in every block that follows, as long as they are not closed (HTML, 13.2.4.3). */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Tags above which sanitising would hold up the page. */
const mostTags = 20_000;
/** Elements that unclosed formatting may make of them. */
const mostReopened = 100_000;
/** Characters above which it would as well. Pictures within the HTML count. */
const mostCharacters = 8_000_000;
const tag = /<(\/?)([a-z][a-z0-9]{0,15})/gi;

/** Whether a browser would take too long over this HTML: by what its parser would make of it, without parsing it. */
export function tooCostly(html: string): boolean {
  if (html.length > mostCharacters) return true;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++tags > mostTags) return true;
  }
  let open = 0;
  let reopened = 0;
  for (const [, slash, name = ''] of html.matchAll(tag)) {
    if (!formatting.has(name.toLowerCase())) {
      reopened += open;
      if (reopened > mostReopened) return true;
    } else if (slash === '') open += 1;
    else open = Math.max(0, open - 1);
  }
  return false;
}
