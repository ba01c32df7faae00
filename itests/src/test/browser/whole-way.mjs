// node whole-way.mjs <address> <folder for screenshots> <package.json of playwright-core>
// Registers, signs in, submits in one tab, and waits in both for the result to appear by itself, while somebody else
// sees nothing of it. Ends with 1, and says what did not happen, as soon as something does not.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PATIENCE = 90_000;
const PASSWORD = 'correct horse battery staple';

const [address, screenshots, anchor] = process.argv.slice(2);
if (!anchor) {
  throw new Error('usage: node whole-way.mjs <address> <folder for screenshots> <package.json of playwright-core>');
}
const require = createRequire(anchor);
const { chromium } = require('playwright-core');

mkdirSync(screenshots, { recursive: true });
const faults = [];
const browser = await launch();
try {
  await wholeWay();
} catch (error) {
  faults.push(error.message);
  await Promise.allSettled(
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .map((page, n) => page.screenshot({ path: join(screenshots, `failed-${n}.png`) })),
  );
} finally {
  await browser.close();
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log('Both tabs showed the results by themselves, and nobody else did.');

async function wholeWay() {
  const run = Date.now().toString(36);
  const owner = await visitor();
  const first = await owner.newPage();
  await registerAndSignIn(first, `ada-${run}`, true);
  const second = await owner.newPage();
  await second.goto(address);
  await isLive(second, 'the second tab is signed in by the cookie of the first');

  const stranger = await (await visitor()).newPage();
  await registerAndSignIn(stranger, `bob-${run}`);
  await Promise.all([first, second, stranger].map(mark));

  await choose(first, 'reverse_string');
  const text = first.getByRole('textbox', { name: /^Text/ });
  await text.fill('');
  await first.getByRole('button', { name: 'Submit task' }).click();
  await happens('a missing text is told at its field', first.getByText('Fill this in.').first());
  await text.fill('mill');
  await first.getByRole('button', { name: 'Submit task' }).click();
  const reversed = await newTask(first, []);
  for (const tab of [first, second]) {
    await happens(
      'the reversed text appears in each tab',
      tab.locator(`article[data-task="${reversed}"][data-state="SUCCEEDED"]`).getByText('llim', { exact: true }),
    );
  }

  await choose(first, 'render_mandelbrot');
  await first.screenshot({ path: join(screenshots, 'submit.png'), fullPage: true });
  await first.getByRole('button', { name: 'Submit task' }).click();
  const rendered = await newTask(first, [reversed]);
  for (const tab of [first, second]) {
    const row = tab.locator(`article[data-task="${rendered}"][data-state="SUCCEEDED"]`);
    await happens('the rendered task succeeds in each tab', row);
    await happens('its picture is shown', row.getByRole('img'));
    await drawn(tab, rendered);
  }
  await Promise.all([first, second, stranger].map(isUnreloaded));

  await happens('somebody else has no tasks', stranger.getByRole('heading', { name: 'The water is still' }));
  if ((await stranger.locator('article').count()) > 0) {
    throw new Error('Somebody else sees a task of another.');
  }
  await stranger.screenshot({ path: join(screenshots, 'empty.png') });

  await inAllLooks(first, 'result');
  await first.locator(`article[data-task="${rendered}"]`).getByRole('link').click();
  await happens('the page of a task tells its timeline', first.getByRole('region', { name: 'Timeline' }));
  await drawn(first);
  await inAllLooks(first, 'task');

  await first.getByRole('button', { name: /^Account of/ }).click();
  await first.getByRole('menuitem', { name: 'Sign out' }).click();
  for (const tab of [first, second]) {
    await happens('signing out in one tab signs out the other', tab.getByRole('heading', { name: 'Sign in' }));
  }
}

async function registerAndSignIn(page, username, withPictures = false) {
  await page.goto(address);
  await happens('the first page is the sign-in', page.getByRole('heading', { name: 'Sign in' }));
  if (withPictures) {
    await inAllLooks(page, 'sign-in');
  }
  await page.getByRole('link', { name: 'Create an account' }).click();
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('E-mail').fill(`${username}@example.org`);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Lovelace');
  if (withPictures) {
    await page.screenshot({ path: join(screenshots, 'register.png') });
  }
  await page.getByRole('button', { name: 'Create account' }).click();
  await happens('registering leads to the sign-in', page.getByRole('heading', { name: 'Sign in' }));
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await isLive(page, 'signing in opens the live list');
}

async function isLive(page, claim) {
  await happens(claim, page.getByRole('heading', { name: 'My tasks', level: 1 }));
  await happens(`${claim}, and the connection is live`, page.getByRole('status', { name: 'Connection: Live' }));
}

async function choose(page, type) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Submit a task' }).click();
  await page.locator(`a[href$="/submit/${type}"]`).click();
  await happens(`${type} has a form`, page.getByRole('button', { name: 'Submit task' }));
}

/** The id of the task that the list shows now and did not before. */
async function newTask(page, known) {
  const others = known.map((id) => `:not([data-task="${id}"])`).join('');
  const task = page.locator(`article[data-task]${others}`).first();
  await happens('a submitted task appears in the list', task);
  return task.getAttribute('data-task');
}

async function happens(claim, locator) {
  try {
    await locator.waitFor({ timeout: PATIENCE });
  } catch {
    throw new Error(`Within ${PATIENCE / 1000} s this did not come true: ${claim} (${locator}, on ${locator.page().url()})`);
  }
}

/** Waits until the browser has really painted the pictures, of one task or of the whole page. */
async function drawn(page, id) {
  await page.waitForFunction(
    (within) => {
      const pictures = [...document.querySelectorAll(`${within} img`)];
      return pictures.length > 0 && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
    },
    id ? `article[data-task="${id}"]` : 'main',
    { timeout: PATIENCE },
  );
}

async function inAllLooks(page, name) {
  const wide = page.viewportSize();
  await settled(page, 'light');
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await settled(page, 'dark');
  await page.screenshot({ path: join(screenshots, `${name}-dark.png`) });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 740 });
  await settled(page, 'light');
  await page.screenshot({ path: join(screenshots, `${name}-narrow.png`) });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 360) {
    faults.push(`At a width of 360 pixels, ${page.url()} is ${width} wide.`);
  }
  await page.setViewportSize(wide);
}

/** Waits until the page has followed a change of colours or size and nothing moves any more. */
async function settled(page, scheme) {
  await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, scheme, {
    timeout: PATIENCE,
  });
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await frame();
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    await frame();
  });
}

/** Leaves a mark in the page that a reload would wipe out. */
function mark(page) {
  return page.evaluate(() => {
    window.unreloaded = true;
  });
}

async function isUnreloaded(page) {
  if (!(await page.evaluate(() => window.unreloaded === true))) {
    throw new Error(`${page.url()} was loaded again in between.`);
  }
}

async function visitor() {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  context.on('weberror', (error) => faults.push(`A page threw: ${error.error().stack}`));
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) {
      faults.push(`The content security policy was broken: ${message.text()}`);
    }
  });
  return context;
}

async function launch() {
  const installed = [
    process.env.CHROME_BIN,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
  ].find((path) => path && existsSync(path));
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  if (process.platform === 'linux' && process.arch === 'x64' && !process.env.CHROME_BIN) {
    return chromium.launch({ executablePath: await unpacked(), args });
  }
  if (!installed) {
    throw new Error('No Chrome is installed here; set CHROME_BIN to one.');
  }
  return chromium.launch({ executablePath: installed, args });
}

/**
 * The Chromium that lies packed in an npm package. It also brings the system libraries that a bare machine lacks, but
 * unpacks them only where it takes itself to be on AWS; and it takes an older Chromium that lies in its folder for its
 * own, so each version gets a folder of its own.
 */
async function unpacked() {
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../../package.json'), 'utf8'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = join(tmpdir(), `millrace-chromium-${version}`);
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  mkdirSync(process.env.TMPDIR, { recursive: true });
  try {
    const { default: packed } = await import(pathToFileURL(entry).href);
    return await packed.executablePath();
  } finally {
    if (before === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = before;
    }
  }
}
