// The stories, each with users of its own.
import { becomes, drawn, happens, isLive, isUnreloaded, mark, PASSWORD } from './stage.mjs';

const LONG = { width: 2048, height: 2048, center_x: -0.7436, center_y: 0.1318, zoom: 1, iterations: 100_000 };

/** A user registers, submits in one tab, and sees the result in both without a reload; another user sees nothing of it. */
export async function submit_and_watch_in_two_tabs(stage) {
  const username = `grace-${Date.now().toString(36)}`;
  const context = await stage.visitor();
  const first = await context.newPage();
  await registers(stage, first, username);
  const second = await context.newPage();
  await second.goto(`${stage.address}#/tasks`);
  await happens('the second tab is signed in by the cookie of the first', second.getByRole('heading', { name: 'My tasks' }));
  await isLive(second);
  const stranger = await stage.person('bob');
  await happens('who is new is shown what to begin with', stranger.page.getByRole('heading', { name: 'Submit your first task' }));
  await Promise.all([first, second, stranger.page].map(mark));

  await chooses(first, 'reverse_string');
  const text = first.getByRole('textbox', { name: /^Text/ });
  await text.fill('');
  await first.getByRole('button', { name: 'Submit task' }).click();
  await happens('a missing text is told at its field', first.getByText('This field is required.'));
  await text.fill('mill');
  await first.getByRole('button', { name: 'Submit task' }).click();
  for (const tab of [first, second]) {
    await happens(
      'the reversed text appears in each tab',
      tab.locator('article[data-state="SUCCEEDED"]').getByText('llim', { exact: true }),
    );
  }

  await chooses(first, 'render_mandelbrot');
  await first.getByRole('button', { name: 'Submit task' }).click();
  for (const tab of [first, second]) {
    const row = tab.getByRole('article', { name: 'Mandelbrot set' });
    await happens('the picture is shown in each tab', row.getByRole('img'));
    await drawn(tab, 'article');
  }
  await Promise.all([first, second, stranger.page].map(isUnreloaded));
  if ((await stranger.page.locator('article').count()) > 0) {
    throw new Error('Somebody else sees a task of another.');
  }

  await first.getByRole('button', { name: /^Account of/ }).click();
  await first.getByRole('menuitem', { name: 'Sign out' }).click();
  for (const tab of [first, second]) {
    await happens('signing out in one tab signs out the other', tab.getByRole('heading', { name: 'Sign in' }));
  }
}

/** A user sees a result without a reload, and is still signed in after two: the second uses the cookie that the first was given. */
export async function stay_signed_in_over_reloads(stage) {
  const context = await stage.visitor();
  const page = await context.newPage();
  await registers(stage, page, `margaret-${Date.now().toString(36)}`);
  await mark(page);
  await chooses(page, 'reverse_string');
  await page.getByRole('textbox', { name: /^Text/ }).fill('mill');
  await page.getByRole('button', { name: 'Submit task' }).click();
  const result = page.locator('article[data-state="SUCCEEDED"]').getByText('llim', { exact: true });
  await happens('the reversed text appears', result);
  await isUnreloaded(page);

  for (let reload = 0; reload < 2; reload++) {
    await page.reload();
    await happens('the task is still there', result);
    await isLive(page);
  }
}

/** Events during an outage of the network show when it is back, without loading the page again. */
export async function lose_the_network_and_come_back(stage) {
  const person = await stage.person('mary');
  const { page, context } = person;
  await person.goes('/tasks');
  const before = await person.submits('reverse_string', { text: 'before' });
  await happens('a task from before is there', person.row(before, 'SUCCEEDED'));
  await mark(page);

  await context.setOffline(true);
  await happens('the page says that it is offline', page.getByRole('status', { name: 'Connection: Offline' }));
  const meanwhile = await person.submits('reverse_string', { text: 'meanwhile' });
  await person.isTold(meanwhile, 'SUCCEEDED');
  if ((await person.row(meanwhile).count()) > 0) {
    throw new Error('The page knows what it cannot know.');
  }

  await context.setOffline(false);
  await isLive(page);
  await happens('what happened meanwhile is there', person.row(meanwhile, 'SUCCEEDED').getByText('elihwnaem'));
  await isUnreloaded(page);
}

export async function cancel_a_running_task(stage) {
  const person = await stage.person('edith');
  const { page } = person;
  await person.goes('/tasks');
  const task = await person.submits('render_mandelbrot', LONG);
  try {
    await happens('it runs', person.row(task, 'RUNNING'));
    await person.row(task).getByRole('link').click();
    await page.getByRole('group', { name: 'Task actions' }).getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Cancel task' }).click();
    await happens('it can be retried, as it is cancelled', page.getByRole('button', { name: 'Retry', exact: true }));
    await person.isTold(task, 'CANCELLED');
  } finally {
    await person.call('POST', `api/tasks/${task}/cancel`);
  }
}

/** An admin corrects and retries a task that failed for good, and its owner sees it succeed. */
export async function fix_and_retry_a_dead_letter(stage) {
  const owner = await stage.person('joan');
  await owner.goes('/tasks');
  const task = await owner.submits('generate_random_number', { min_value: 9, max_value: 1 });
  await happens('it fails, and says why', owner.row(task, 'FAILED').getByText(/min_value 9 is greater/));

  const admin = await stage.admin();
  const { page } = admin;
  await admin.goes('/admin/dead-letters');
  await happens('it is among the dead letters', page.getByText(/min_value 9 is greater/));
  await admin.goes(`/admin/tasks/${task}`);
  await page.getByRole('button', { name: 'Edit and retry', exact: true }).click();
  const least = page.getByRole('dialog').getByRole('textbox', { name: 'At least' });
  await least.fill('1');
  await page.getByRole('button', { name: 'Retry with these parameters' }).click();
  await happens('its owner sees it succeed', owner.row(task, 'SUCCEEDED'));
}

export async function pause_a_queue_and_see_it_wait(stage) {
  const admin = await stage.admin();
  const { page } = admin;
  const person = await stage.person('hedy');
  await person.goes('/tasks');
  const queue = (await person.call('GET', 'api/task-types/reverse_string')).body.queue;
  await admin.goes('/admin/queues');
  await page.getByRole('group', { name: `Actions for ${queue}` }).getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  const resume = page.getByRole('group', { name: `Actions for ${queue}` }).getByRole('button', { name: 'Resume' });
  await happens('the queue is paused', resume);
  try {
    const task = await person.submits('reverse_string', { text: 'patience' });
    await happens('a task waits', person.row(task, 'WAITING'));
    await becomes('the queue has it in line', async () => {
      const { body } = await admin.call('GET', 'api/admin/queues');
      const found = body.items.find(({ name }) => name === queue);
      return found.waiting + found.kept > 0 && found.inFlight === 0;
    });
    await happens('it waits still', person.row(task, 'WAITING'));
    await resume.click();
    await happens('it goes on when the queue does', person.row(task, 'SUCCEEDED').getByText('ecneitap'));
  } finally {
    await admin.call('POST', `api/admin/queues/${queue}/resume`);
  }
}

export async function an_admin_sees_all_and_a_user_gets_403(stage) {
  const person = await stage.person('rosa');
  const task = await person.submits('reverse_string', { text: 'mine' });
  const { status } = await person.call('GET', 'api/admin/tasks');
  if (status !== 403) {
    throw new Error(`A user's call of an admin is answered ${status}.`);
  }
  await person.goes('/admin');
  await happens('a user is told so', person.page.getByRole('heading', { name: 'Access denied' }));
  if ((await person.page.getByRole('link', { name: 'Administration' }).count()) > 0) {
    throw new Error('A user is shown the way to the administration.');
  }

  const admin = await stage.admin();
  await admin.page.getByRole('link', { name: 'Administration' }).click();
  await admin.goes('/admin/tasks');
  await happens('an admin sees the task of another', admin.row(task, 'SUCCEEDED'));
}

/** A user signs out everywhere: the session ends in every browser at once, also in those that only listen. */
export async function sign_out_everywhere(stage) {
  const here = await stage.person('dorothy');
  const there = await stage.signedIn(await stage.visitor(), here.username, PASSWORD);
  await here.page.getByRole('button', { name: /^Account of/ }).click();
  await here.page.getByRole('menuitem', { name: 'My account' }).click();
  const sessions = here.page.getByRole('list', { name: 'Where you are signed in' });
  await happens('both sessions are listed', sessions.getByRole('listitem').nth(1));
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  for (const { page } of [here, there]) {
    await happens('each browser is signed out', page.getByRole('heading', { name: 'Sign in' }));
  }
}

/** The page shows an API token once. It works as far as its scope goes, and no longer after its revocation. */
export async function make_and_revoke_an_api_token(stage) {
  const person = await stage.person('ida');
  const { page } = person;
  await person.goes('/account');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('nightly import');
  await page.getByRole('checkbox', { name: 'Submit and change tasks' }).uncheck();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Current password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = await page.locator('[data-token]').innerText();
  await page.getByRole('button', { name: 'I have copied it' }).click();

  const ask = async (method, path) =>
    (await fetch(`${stage.address}${path}`, { method, headers: { Authorization: `Bearer ${token}` } })).status;
  const allowed = [await ask('GET', 'api/tasks'), await ask('GET', 'api/users/me/sessions')];
  if (allowed.join() !== '200,403') {
    throw new Error(`A token that may read tasks is answered ${allowed}.`);
  }
  await page.getByRole('button', { name: 'Revoke nightly import' }).click();
  await page.getByRole('button', { name: 'Revoke token' }).click();
  await happens('the token is gone', page.getByText('No API tokens yet.'));
  await becomes('a revoked token is refused', async () => (await ask('GET', 'api/tasks')) === 401);
}

/** A list of 10,000 stays a page of a few dozen rows at every scroll position. The story plays the server's responses. */
export async function scroll_through_ten_thousand_tasks(stage) {
  const person = await stage.person('lise');
  const { page } = person;
  const one = (await person.call('GET', `api/tasks/${await person.submits('reverse_string', { text: 'x' })}`)).body;
  const all = Array.from({ length: 10_000 }, (_, n) => ({
    ...one,
    id: `${String(n).padStart(8, '0')}${one.id.slice(8)}`,
    state: 'SUCCEEDED',
    createdAt: new Date(Date.now() - n * 1000).toISOString(),
  }));
  await page.route(/\/api\/tasks\?/, (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const to = from + 2_500;
    return route.fulfill({ json: { items: all.slice(from, to), nextCursor: to < all.length ? String(to) : null } });
  });
  await page.reload();
  await person.goes('/tasks');
  await happens('the list is there', person.row(all[0].id));
  const { most, slowest } = await page.evaluate(
    async ({ last, patience }) => {
      const until = performance.now() + patience;
      let most = 0;
      let slowest = 0;
      // Rows get their true heights when they come into sight, which moves the end away once more.
      let framesAtEnd = 0;
      while (framesAtEnd < 10 && performance.now() < until) {
        const row = document.querySelector(`article[data-task="${last}"]`);
        framesAtEnd = row && row.getBoundingClientRect().top < window.innerHeight ? framesAtEnd + 1 : 0;
        const began = performance.now();
        window.scrollTo(0, document.documentElement.scrollHeight);
        await new Promise((painted) => requestAnimationFrame(painted));
        slowest = Math.max(slowest, performance.now() - began);
        most = Math.max(most, document.querySelectorAll('article').length);
      }
      return { most, slowest };
    },
    { last: all.at(-1).id, patience: 90_000 },
  );
  await happens('the last of them is reached', person.row(all.at(-1).id));
  if (most > 60) {
    throw new Error(`${most} rows stood in the page at once.`);
  }
  console.log(`10,000 rows: at most ${most} in the page at once, slowest frame ${Math.round(slowest)} ms`);
}

async function registers(stage, page, username) {
  await page.goto(stage.address);
  await page.getByRole('link', { name: 'Create an account' }).click();
  // The sign-in that it leaves has a username, too.
  await happens('there is a form for an account', page.getByRole('heading', { name: 'Create your account' }));
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('E-mail').fill(`${username}@example.org`);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByLabel('First name').fill('Grace');
  await page.getByRole('button', { name: 'Create account' }).click();
  await happens('registering leads to the start', page.getByRole('heading', { name: 'Hello, Grace' }));
  await isLive(page);
}

async function chooses(page, type) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Submit a task' }).click();
  await page.getByRole('navigation', { name: 'Task types' }).locator(`a[href$="/submit/${type}"]`).click();
  await happens(`${type} has a form`, page.getByRole('button', { name: 'Submit task' }));
}
