import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Task, TaskDetail, TaskPage } from '@/lib/api/client';
import { matches, type TaskFilter } from './filter';
import { newer } from './newer';

export const taskKeys = {
  all: ['tasks'] as const,
  lists: ['tasks', 'list'] as const,
  list: (filter: TaskFilter = {}) => ['tasks', 'list', filter] as const,
  one: (id: string) => ['tasks', 'one', id] as const,
};

type Pages = InfiniteData<TaskPage, string | null>;

const REMEMBERED = 2000;

/**
 * Brings tasks from the live socket and from REST into the query cache. A REST response may be older than an event that
 * overtook it, so each response passes through here before anything shows it.
 */
export class TaskCache {
  private readonly seen = new Map<string, { task: Task; at: number }>();
  private readonly gone = new Set<string>();
  private clock = 0;

  constructor(private readonly queries: QueryClient) {}

  /** Updates a task in every view. A new task appears in its place in the lists whose filters it matches. */
  put(task: Task): Task {
    const current = this.remember(task);
    this.eachList((pages, filter) => placed(pages, current, filter));
    this.queries.setQueryData<TaskDetail>(taskKeys.one(task.id), (known) => known && newer(known, current));
    return current;
  }

  /** Removes a deleted task from all lists, and from responses that are still under way. */
  remove(id: string): void {
    this.gone.add(id);
    this.seen.delete(id);
    this.eachList((pages) => without(pages, id));
    void this.queries.invalidateQueries({ queryKey: taskKeys.one(id) });
  }

  /** Call before a REST request for a page. The returned function brings the response up to date with later events. */
  beginPage(cursor: string | null, filter: TaskFilter = {}): (page: TaskPage) => TaskPage {
    const began = this.clock;
    return (page) => {
      const items = page.items.filter((task) => !this.gone.has(task.id)).map((task) => this.remember(task));
      const overtook = cursor === null ? this.newSince(began, items, filter) : [];
      return { ...page, items: overtook.reduce(inserted, items) };
    };
  }

  /** The same for a single task, which the lists then show too. */
  newest({ timeline, ...task }: TaskDetail): TaskDetail {
    return { ...this.put(task), timeline };
  }

  /** Shows the server's response to an operation on a task, before its event arrives. */
  show(detail: TaskDetail): void {
    this.queries.setQueryData<TaskDetail>(taskKeys.one(detail.id), this.newest(detail));
  }

  /** Reads everything again after a gap in the events, including requests that are under way. */
  async reload(): Promise<void> {
    await this.queries.cancelQueries({ queryKey: taskKeys.all });
    await this.queries.invalidateQueries({ queryKey: taskKeys.all });
  }

  clear(): void {
    this.seen.clear();
    this.gone.clear();
  }

  private eachList(change: (pages: Pages, filter: TaskFilter) => Pages): void {
    for (const { queryKey } of this.queries.getQueryCache().findAll({ queryKey: taskKeys.lists })) {
      const filter = queryKey[2] as TaskFilter;
      this.queries.setQueryData<Pages>(queryKey, (pages) => pages && change(pages, filter));
    }
  }

  private remember(task: Task): Task {
    const known = this.seen.get(task.id);
    const current = known ? newer(known.task, task) : task;
    this.seen.delete(task.id);
    this.seen.set(task.id, { task: current, at: ++this.clock });
    if (this.seen.size > REMEMBERED) {
      const [oldest] = this.seen.keys();
      if (oldest !== undefined) {
        this.seen.delete(oldest);
      }
    }
    return current;
  }

  /** Tasks that appeared after the request for a page and are newer than all of it. */
  private newSince(began: number, items: Task[], filter: TaskFilter): Task[] {
    const listed = new Set(items.map((task) => task.id));
    const first = items[0];
    return [...this.seen.values()]
      .filter(({ task, at }) => at > began && !listed.has(task.id) && (!first || before(task, first)))
      .map(({ task }) => task)
      .filter((task) => matches(task, filter));
  }
}

/** True if a task is listed above another: the newest comes first. */
function before(a: Task, b: Task): boolean {
  return a.createdAt === b.createdAt ? a.id > b.id : Date.parse(a.createdAt) > Date.parse(b.createdAt);
}

function inserted(items: Task[], task: Task): Task[] {
  const place = items.findIndex((other) => before(task, other));
  return place < 0 ? [...items, task] : [...items.slice(0, place), task, ...items.slice(place)];
}

function without(pages: Pages, id: string): Pages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((task) => task.id !== id) })),
  };
}

/** A listed task stays in its list, since a list holds the matches at the time of its request. */
function placed(pages: Pages, task: Task, filter: TaskFilter): Pages {
  let found = false;
  const updated = pages.pages.map((page) => {
    const index = page.items.findIndex((item) => item.id === task.id);
    if (index < 0) {
      return page;
    }
    found = true;
    return { ...page, items: page.items.map((item, i) => (i === index ? newer(item, task) : item)) };
  });
  if (found) {
    return { ...pages, pages: updated };
  }
  if (!matches(task, filter)) {
    return pages;
  }
  const last = pages.pages.length - 1;
  const home = pages.pages.findIndex(
    (page, i) => page.items.some((item) => before(task, item)) || (i === last && page.nextCursor === null),
  );
  if (home < 0) {
    return pages;
  }
  return {
    ...pages,
    pages: pages.pages.map((page, i) => (i === home ? { ...page, items: inserted(page.items, task) } : page)),
  };
}
