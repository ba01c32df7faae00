// node run.mjs <address> <folder for screenshots> <package.json of frontend> <the admin's password> [story …]
// Plays all stories, or the named ones, in a real browser. If one fails, prints the missing event and exits with 1.
import { createRequire } from 'node:module';
import { launch } from './chrome.mjs';
import { screens } from './screens.mjs';
import { Stage } from './stage.mjs';
import * as stories from './stories.mjs';

const [address, screenshots, anchor, adminPassword, ...wanted] = process.argv.slice(2);
if (!adminPassword) {
  throw new Error('usage: node run.mjs <address> <folder for screenshots> <package.json of frontend> <admin password>');
}
const require = createRequire(anchor);
const plays = Object.entries({ ...stories, screens: (stage) => screens(stage, require) });
const unknown = wanted.filter((name) => !plays.some(([play]) => play === name));
if (unknown.length > 0) {
  throw new Error(`no such story: ${unknown.join(', ')}; there are ${plays.map(([name]) => name).join(', ')}`);
}

const browser = await launch(require);
const stage = new Stage(browser, address, screenshots, adminPassword);
try {
  for (const [name, play] of plays) {
    if (wanted.length === 0 || wanted.includes(name)) {
      await perform(name, play);
    }
  }
} finally {
  await browser.close();
}
if (stage.faults.length > 0) {
  console.error(stage.faults.join('\n'));
  process.exit(1);
}

async function perform(name, play) {
  const began = Date.now();
  try {
    await play(stage);
    console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  } catch (error) {
    stage.faults.push(`${name}: ${error.stack}`);
    await stage.picturesOf(name);
  } finally {
    await Promise.allSettled(browser.contexts().map((context) => context.close()));
  }
}
