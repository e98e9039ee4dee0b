import { MailSanitiser } from '@signet/elements';

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const hidden = new Set(['STYLE', 'SCRIPT', 'TITLE', 'HEAD', 'TEMPLATE']);

/** The words of a mail's HTML, for quoting: a line for each block. */
export function textOf(html: string): string {
  const clean = new MailSanitiser(window).sanitise(html).html;
  const lines: string[] = [''];
  collect(new DOMParser().parseFromString(clean, 'text/html').body, lines);
  return lines
    .map((line) => line.trim())
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
    .join('\n')
    .trim();
}

function collect(node: Node, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += (child.textContent ?? '').replace(/\s+/g, ' ');
    } else if (child.nodeName === 'BR') {
      lines.push('');
    } else if (!hidden.has(child.nodeName)) {
      const block = blocks.has(child.nodeName);
      if (block && lines.at(-1)?.trim() !== '') lines.push('');
      collect(child, lines);
      if (block && lines.at(-1)?.trim() !== '') lines.push('');
    }
  }
}
