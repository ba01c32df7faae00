// The base of every story: users with a browser of their own, waits, and screenshots.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const PATIENCE = 90_000;
/** Of everybody but the admin. */
export const PASSWORD = 'correct horse battery staple';

let count = 0;

/** Waits until the page shows something; an error names what is missing. */
export async function happens(claim, locator, state = 'visible') {
  try {
    await locator.first().waitFor({ state, timeout: PATIENCE });
  } catch {
    throw new Error(`Within ${PATIENCE / 1000} s this did not come true: ${claim} (${locator}, on ${locator.page().url()})`);
  }
}

/** Asks a question again and again until it has an answer. */
export async function becomes(claim, ask) {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    await new Promise((again) => setTimeout(again, 150));
  }
  throw new Error(`Within ${PATIENCE / 1000} s this did not come true: ${claim}`);
}

/** One browser and one server, on which the stories run. `faults` collects errors that stop no story. */
export class Stage {
  faults = [];

  constructor(browser, address, screenshots, adminPassword) {
    this.browser = browser;
    this.address = address;
    this.screenshots = screenshots;
    this.adminPassword = adminPassword;
    mkdirSync(screenshots, { recursive: true });
  }

  /** A visitor with a browser, not signed in. */
  async visitor() {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ignoreHTTPSErrors: true, // made for one run
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(PATIENCE);
    context.on('weberror', (error) => this.faults.push(`A page threw: ${error.error().stack}`));
    context.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) {
        this.faults.push(`The content security policy was broken: ${message.text()}`);
      }
    });
    return context;
  }

  /** A user who has just registered and signed in, at the start page. */
  async person(name) {
    const username = `${name}-${Date.now().toString(36)}${++count}`;
    const account = { username, email: `${username}@example.org`, password: PASSWORD, firstName: 'Ada', lastName: 'Lovelace' };
    const context = await this.visitor();
    await answered(context.request.post(`${this.address}api/users`, { data: account }));
    return this.signedIn(context, username, PASSWORD);
  }

  async admin() {
    return this.signedIn(await this.visitor(), 'admin', this.adminPassword);
  }

  async signedIn(context, username, password) {
    const { accessToken } = await answered(
      context.request.post(`${this.address}api/auth/login`, { data: { username, password } }),
    );
    const page = await context.newPage();
    const person = new Person(this, context, page, username, accessToken);
    await page.goto(this.address);
    await isLive(page);
    return person;
  }

  async picture(page, name, fullPage = false) {
    await page.screenshot({ path: join(this.screenshots, `${name}.png`), fullPage });
  }

  /** Screenshots of every open page, for a reader who wants to know why a story failed. */
  async picturesOf(failed) {
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    await Promise.allSettled(pages.map((page, n) => this.picture(page, `failed-${failed}-${n}`)));
  }
}

/** A signed-in user, who also calls the server directly. */
class Person {
  constructor(stage, context, page, username, accessToken) {
    Object.assign(this, { stage, context, page, username, accessToken });
  }

  async call(method, path, data) {
    // Not by the browser's own requests, which an outage of its network would stop.
    const response = await fetch(`${this.stage.address}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.accessToken}`, 'Content-Type': 'application/json' },
      ...(data && { body: JSON.stringify(data) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  }

  /** Posts without the page; returns the body, and ends the run if the server rejects it. */
  async posts(path, data) {
    const { status, body } = await this.call('POST', path, data);
    if (status > 299) {
      throw new Error(`POST ${path} was answered ${status}: ${JSON.stringify(body)}`);
    }
    return body;
  }

  /** Submits a task without the page; returns its id. */
  async submits(type, parameters, otherwise = {}) {
    return (await this.posts('api/tasks', { type, parameters, ...otherwise })).id;
  }

  /** Waits until the server reports that state of a task. */
  isTold(id, state) {
    return becomes(`task ${id} is ${state}`, async () => (await this.call('GET', `api/tasks/${id}`)).body.state === state);
  }

  /** Navigates to a route of the application, without loading it again. */
  async goes(route) {
    await this.page.evaluate((to) => {
      window.location.hash = to;
    }, route);
  }

  row(id, state, page = this.page) {
    return page.locator(`article[data-task="${id}"]${state ? `[data-state="${state}"]` : ''}`);
  }

  async leaves() {
    await this.context.close();
  }
}

async function answered(call) {
  const response = await call;
  if (!response.ok()) {
    throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  }
  return response.json();
}

export async function isLive(page) {
  await happens('the connection is live', page.getByRole('status', { name: 'Connection: Live' }));
}

/** Leaves a mark in the page that a reload would wipe out. */
export function mark(page) {
  return page.evaluate(() => {
    window.unreloaded = true;
  });
}

export async function isUnreloaded(page) {
  if (!(await page.evaluate(() => window.unreloaded === true))) {
    throw new Error(`${page.url()} was loaded again in between.`);
  }
}

/** Waits until the browser has really painted the pictures within a part of the page. */
export async function drawn(page, within = 'main') {
  await page.waitForFunction(
    (part) => {
      const pictures = [...document.querySelectorAll(`${part} img`)];
      return pictures.length > 0 && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
    },
    within,
    { timeout: PATIENCE },
  );
}

/** Waits until each chart of the page, if there is one, is drawn at the width that it has now. */
export async function charted(page) {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('.recharts-responsive-container')].every((place) => {
        const drawing = place.querySelector('svg.recharts-surface');
        return drawing && Math.abs(drawing.clientWidth - place.clientWidth) <= 1 && drawing.querySelector('path');
      }),
    undefined,
    { timeout: PATIENCE },
  );
}

/** Shows a page in another colour scheme or at another width, and waits until nothing moves any more. */
export async function look(page, scheme, width) {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: width < 500 ? 740 : 800 });
  await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, scheme, {
    timeout: PATIENCE,
  });
  await page.evaluate(async () => {
    const frame = () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    await frame();
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    await frame();
  });
}
