// Opens every screen, light and dark, wide and narrow: takes screenshots, and lets axe judge it.
import { readFileSync } from 'node:fs';
import { charted, drawn, happens, look, PASSWORD } from './stage.mjs';

const WIDE = 1280;
const NARROW = 360;
const LOOKS = [
  { name: '', scheme: 'light', width: WIDE, judged: true },
  { name: '-dark', scheme: 'dark', width: WIDE, judged: false },
  { name: '-narrow', scheme: 'light', width: NARROW, judged: false },
  { name: '-narrow-dark', scheme: 'dark', width: NARROW, judged: true },
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LONG = { width: 2048, height: 2048, center_x: -0.7436, center_y: 0.1318, zoom: 1, iterations: 100_000 };
const CSV = 'city,people,area\nBerlin,3782000,891\nHamburg,1910000,755\nKöln,1087000,405\nDresden,566000,328\n';

export async function screens(stage, require) {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const show = (page, name) => inAllLooks(stage, page, name, axe);
  await ofAVisitor(stage, show);
  await ofAUser(stage, show);
  await ofAnAdmin(stage, show);
}

async function ofAVisitor(stage, show) {
  const page = await (await stage.visitor()).newPage();
  await page.goto(stage.address);
  await happens('the first page is the sign-in', page.getByRole('heading', { name: 'Sign in' }));
  await show(page, 'sign-in');
  await page.getByRole('link', { name: 'Create an account' }).click();
  await happens('one can register', page.getByRole('heading', { name: 'Create your account' }));
  await show(page, 'register');
}

async function ofAUser(stage, show) {
  const person = await stage.person('ada');
  const { page } = person;
  await happens('the start of who is new', page.getByRole('link', { name: /^Mandelbrot set/ }));
  await show(page, 'home-new');

  const day = await aDay(person);
  try {
    await throughTheDay(person, day, show);
  } finally {
    await person.call('POST', `api/tasks/${day.long}/cancel`);
  }
}

async function throughTheDay(person, { long, picture, table, failed, schedule, workflow }, show) {
  const { page } = person;
  const places = [
    ['home', '/', person.row(long, 'RUNNING')],
    ['tasks', '/tasks', person.row(picture, 'SUCCEEDED').getByRole('img')],
    ['tasks-filtered', '/tasks?state=FAILED&text=greater', person.row(failed, 'FAILED')],
    ['tasks-none', '/tasks?text=nothing-has-this', page.getByRole('heading', { name: 'No matches' })],
    ['task', `/tasks/${picture}`, page.getByRole('region', { name: 'Result' }).getByRole('img')],
    ['task-table', `/tasks/${table}`, page.getByRole('region', { name: 'Result' }).getByRole('table')],
    ['task-failed', `/tasks/${failed}`, page.getByRole('region', { name: 'Error' })],
    ['task-running', `/tasks/${long}`, page.getByRole('progressbar')],
    ['submit', '/submit', page.getByRole('link', { name: /^Random number/ })],
    ['submit-form', '/submit/price_option_monte_carlo', page.getByRole('button', { name: 'Submit task' })],
    ['schedules', '/schedules', page.getByRole('article')],
    ['schedule', `/schedules/${schedule}`, page.getByRole('region', { name: 'Recent runs' }).getByRole('listitem')],
    ['schedule-edit', `/schedules/${schedule}/edit`, page.getByRole('list', { name: 'Next runs' })],
    ['workflows', '/workflows', page.getByRole('article')],
    ['workflow', `/workflows/${workflow}`, page.getByRole('region', { name: 'Task graph' }).getByText('Succeeded').nth(2)],
    ['workflow-new', '/workflows/new', page.getByText('dice', { exact: true })],
    ['account', '/account', page.getByText('nightly import')],
    ['not-found', '/nowhere', page.getByRole('heading', { name: 'Page not found' })],
  ];
  for (const [name, route, ready] of places) {
    await person.goes(route);
    await happens(`${name} is shown`, ready);
    if (name === 'tasks' || name === 'task') {
      await drawn(page);
    }
    await show(page, name);
  }

  await person.goes('/tasks');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find a task, a page or a task type').fill('re');
  await happens('the palette finds tasks', page.getByRole('dialog').getByText(long));
  await show(page, 'palette');
  await page.keyboard.press('Escape');
  await happens('the palette is gone', page.getByRole('dialog'), 'hidden');
  await page.locator('h1').click();
  await page.keyboard.press('Shift+?');
  await happens('the shortcuts are listed', page.getByRole('dialog', { name: 'Keyboard shortcuts' }));
  await show(page, 'shortcuts');
}

async function ofAnAdmin(stage, show) {
  const admin = await stage.admin();
  const { page } = admin;
  await admin.goes('/admin');
  const pages = page.getByRole('navigation', { name: 'Administration' }).getByRole('link');
  await happens('the pages of the administration are there', pages);
  const routes = await pages.evaluateAll((links) => links.map((link) => link.getAttribute('href').replace(/^#/, '')));
  for (const route of routes) {
    await admin.goes(route);
    await happens(`${route} is shown`, page.locator(`nav a[href="#${route}"][aria-current="page"]`).last());
    await happens(`${route} has loaded`, page.getByRole('status', { name: /^Loading/ }), 'hidden');
    await show(page, route.slice(1).replaceAll('/', '-'));
  }
}

/** The data of a day at work. */
async function aDay(person) {
  const picture = await person.submits('render_mandelbrot', { ...LONG, width: 480, height: 360, iterations: 500, zoom: 120 });
  const table = await person.submits('summarize_csv', { csv: CSV });
  const failed = await person.submits('generate_random_number', { min_value: 9, max_value: 1 });
  await person.submits('reverse_string', { text: 'A millrace carries fast water to the wheel.' }, { priority: 7 });
  const schedule = await person.posts('api/schedules', {
    name: 'Dice at nine',
    type: 'generate_random_number',
    cron: '0 9 * * MON-FRI',
    timeZone: 'Europe/Berlin',
    parameters: { min_value: 1, max_value: 6 },
  });
  await person.posts(`api/schedules/${schedule.id}/run-now`);
  const workflow = await person.posts('api/workflows', {
    name: 'There and back',
    tasks: [
      { id: 'there', type: 'reverse_string', parameters: { text: 'mill' } },
      { id: 'back', type: 'reverse_string', needs: ['there'], parameters: { text: { $result: 'there', pointer: '/reversedText' } } },
      { id: 'dice', type: 'generate_random_number', parameters: { min_value: 1, max_value: 6 } },
      { id: 'report', type: 'reverse_string', needs: ['back', 'dice'], parameters: { text: 'report' } },
    ],
  });
  await person.posts('api/users/me/tokens', {
    name: 'nightly import',
    scopes: ['tasks:read'],
    expiresInDays: 90,
    currentPassword: PASSWORD,
  });
  await Promise.all([person.isTold(picture, 'SUCCEEDED'), person.isTold(table, 'SUCCEEDED'), person.isTold(failed, 'FAILED')]);
  const long = await person.submits('render_mandelbrot', LONG);
  await person.isTold(long, 'RUNNING');
  await person.submits('reverse_string', { text: 'later' }, { runAt: new Date(Date.now() + 86_400_000).toISOString() });
  return { long, picture, table, failed, schedule: schedule.id, workflow: workflow.id };
}

async function inAllLooks(stage, page, name, axe) {
  for (const { name: suffix, scheme, width, judged } of LOOKS) {
    await look(page, scheme, width);
    const found = await page.evaluate(() => document.documentElement.scrollWidth);
    if (found > width) {
      stage.faults.push(`At a width of ${width} pixels, ${page.url()} is ${found} wide.`);
    }
    await charted(page);
    await stage.picture(page, name + suffix, width === NARROW);
    if (judged) {
      stage.faults.push(...(await judge(page, name + suffix, axe)));
    }
  }
  await look(page, 'light', WIDE);
}

/** The violations of WCAG 2.2 AA that axe finds. */
async function judge(page, name, axe) {
  // Not as a script of the page, which its content security policy forbids.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
    }));
  }, RULES);
  return violations.map(({ id, nodes }) => `axe on ${name}: ${id}\n    ${nodes.slice(0, 4).join('\n    ')}`);
}
