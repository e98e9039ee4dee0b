// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { textOf } from '../src/compose/html-text.ts';

test.each([
  ['<p>Hello <b>world</b></p><p>Two</p>', 'Hello world\nTwo'],
  ['a<br>b<br><br>c', 'a\nb\n\nc'],
  ['<style>p{}</style><script>x</script><div>a\n   b</div>', 'a b'],
  ['<table><tr><td>1</td></tr><tr><td>2</td></tr></table>', '1\n2'],
  ['', ''],
])('the words of %s', (html, text) => expect(textOf(html)).toBe(text));
