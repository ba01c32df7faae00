import axe from 'axe-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it stands, by rule and place. Colours need a real browser to be judged. */
export async function barriers(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: WCAG,
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
