import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { exactTime, lengthOf } from '@/lib/ui/time';
import { adminTexts } from '../texts';

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}

const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;

/** Shows the age of something to the second, and the exact time on hover. */
export function Age({ at }: { at: string }) {
  const now = useSyncExternalStore(everySecond, thisSecond);
  const age = Math.max(0, now - Math.floor(Date.parse(at) / 1000) * 1000);
  return (
    <Tooltip label={exactTime(at)} withArrow>
      <time dateTime={at}>{adminTexts.ago(lengthOf(age, true))}</time>
    </Tooltip>
  );
}
