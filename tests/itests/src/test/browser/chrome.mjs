// Starts the Chromium that the tests drive.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** An installed Chromium, else a packed one. `require` finds the modules of frontend/. */
export async function launch(require) {
  const { chromium } = require('playwright-core');
  const installed = [
    process.env.CHROME_BIN,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
  ].find((path) => path && existsSync(path));
  if (!installed && !(process.platform === 'linux' && process.arch === 'x64')) {
    throw new Error('No Chrome is installed here; set CHROME_BIN to one.');
  }
  return chromium.launch({ executablePath: installed ?? (await unpacked(require)), args: ARGS });
}

/**
 * The Chromium of an npm package. The package brings the system libraries that a bare machine lacks, but unpacks them only
 * if it takes the machine for AWS. It mistakes an older Chromium in its folder for its own, so each version gets a folder
 * of its own. A file there names the folder of the fonts. This function unpacks an incomplete Chromium anew.
 */
async function unpacked(require) {
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(tmpdir(), `millrace-chromium-${version}`);
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const whole = join(process.env.TMPDIR, '.whole');
  if (!existsSync(whole)) {
    rmSync(process.env.TMPDIR, { recursive: true, force: true });
    mkdirSync(process.env.TMPDIR, { recursive: true });
  }
  try {
    const { default: packed } = await import(pathToFileURL(entry).href);
    const executable = await packed.executablePath();
    writeFileSync(join(process.env.TMPDIR, 'fonts/fonts.conf'), fontsIn(join(process.env.TMPDIR, 'fonts')));
    writeFileSync(whole, '');
    return executable;
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
}

function fontsIn(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;
}
