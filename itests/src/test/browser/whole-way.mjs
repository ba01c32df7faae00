// node whole-way.mjs <address> <folder for screenshots> <package.json of playwright-core>
// Registers, signs in, submits in one tab, and waits in both for the result to appear by itself.
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [address, screenshots, anchor] = process.argv.slice(2);
const require = createRequire(anchor);
const { chromium, expect } = await loadPlaywright();
mkdirSync(screenshots, { recursive: true });

async function loadPlaywright() {
  const { chromium } = require('playwright-core');
  return { chromium };
}

async function launch() {
  const installed = [
    process.env.CHROME_BIN,
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path));
  if (process.platform === 'linux' && process.arch === 'x64' && !process.env.CHROME_BIN) {
    const { default: packed } = await import(require.resolve('@sparticuz/chromium'));
    return chromium.launch({ executablePath: await packed.executablePath(), args: packed.args });
  }
  if (!installed) throw new Error('no Chrome is installed; set CHROME_BIN to one');
  return chromium.launch({ executablePath: installed });
}
