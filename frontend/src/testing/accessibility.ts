import axe from 'axe-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The accessibility violations that axe finds in the page, by rule and place. Only a real browser can judge colours. */
export async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: WCAG,
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
