import { useSyncExternalStore } from 'react';

const BEGINNING = 80;

function onScroll(listener: () => void): () => void {
  window.addEventListener('scroll', listener, { passive: true });
  return () => window.removeEventListener('scroll', listener);
}

/** Whether somebody reads further down than the beginning of the page. */
export function useScrolled(): boolean {
  return useSyncExternalStore(onScroll, () => window.scrollY > BEGINNING);
}
