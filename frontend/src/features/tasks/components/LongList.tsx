import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import classes from './LongList.module.css';

const USUAL_HEIGHT = 64;
const BEYOND = 8;
const NEAR_THE_END = 20;

interface LongListProps<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
  /** Called when somebody scrolls near the end. */
  onNearEnd: () => void;
}

/** A list of any length that scrolls with the page. Only the rows in sight, and some around them, exist. */
export function LongList<T>({ label, items, keyOf, children, onNearEnd }: LongListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: content above may have moved the list
  useLayoutEffect(() => setTop(topOf(list.current)), [items]);

  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => USUAL_HEIGHT,
    measureElement: (row) => row.getBoundingClientRect().height || USUAL_HEIGHT,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: BEYOND,
    scrollMargin: top,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const isNearEnd = last >= items.length - NEAR_THE_END && rows.scrollOffset !== 0;
  useEffect(() => {
    if (isNearEnd) {
      onNearEnd();
    }
  }, [isNearEnd, onNearEnd]);

  return (
    <ul ref={list} aria-label={label} className={classes.list} style={{ height: rows.getTotalSize() }}>
      {shown.map(({ key, index, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {children(items[index] as T)}
        </li>
      ))}
    </ul>
  );
}

/** The distance of an element from the top of the page, whatever the scroll position. */
function topOf(element: HTMLElement | null): number {
  let top = 0;
  for (let part = element; part; part = part.offsetParent as HTMLElement | null) {
    top += part.offsetTop;
  }
  return top;
}
