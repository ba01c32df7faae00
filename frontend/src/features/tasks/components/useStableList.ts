import { useEffect, useState } from 'react';
import type { Task } from '@/lib/api/client';

export interface StableList {
  visible: Task[];
  /** The number of new tasks that are hidden so that no row moves. */
  held: number;
  /** Shows the hidden tasks. */
  release: () => void;
}

/** While `still`, hides new tasks that would move a visible row. Tasks below the last row follow at once. */
export function useStableList(tasks: Task[], still: boolean): StableList {
  const [shown, setShown] = useState<ReadonlySet<string> | null>(null);
  const known = still ? shown : null;
  const visible = known ? steady(tasks, known) : tasks;

  useEffect(() => {
    setShown((before) => {
      if (!still) {
        return null;
      }
      const after = new Set(before ? steady(tasks, before).map(({ id }) => id) : tasks.map(({ id }) => id));
      return before && after.size === before.size && [...after].every((id) => before.has(id))
        ? before
        : after;
    });
  }, [tasks, still]);

  return {
    visible,
    held: tasks.length - visible.length,
    release: () => setShown(new Set(tasks.map(({ id }) => id))),
  };
}

function steady(tasks: Task[], shown: ReadonlySet<string>): Task[] {
  const last = tasks.findLastIndex(({ id }) => shown.has(id));
  return tasks.filter(({ id }, index) => shown.has(id) || index > last);
}
