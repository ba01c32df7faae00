import { useSyncExternalStore } from 'react';

const BEGINNING = 80;

function onScroll(listener: () => void): () => void {
  window.addEventListener('scroll', listener, { passive: true });
  return () => window.removeEventListener('scroll', listener);
}

/** True once somebody has scrolled down from the top of the page. */
export function useScrolled(): boolean {
  return useSyncExternalStore(onScroll, () => window.scrollY > BEGINNING);
}
