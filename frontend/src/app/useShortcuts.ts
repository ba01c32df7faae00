import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Place } from './places';

const SEQUENCE_TIMEOUT = 1_500;

/** People who use speech input can turn single-letter shortcuts off. */
export function useLetters() {
  return useLocalStorage({ key: 'millrace-letters', defaultValue: true, getInitialValueInEffect: false });
}

interface Shortcuts {
  places: Place[];
  onPalette: () => void;
  onHelp: () => void;
}

/** Handles the keys that work on every page. */
export function useShortcuts({ places, onPalette, onHelp }: Shortcuts): void {
  const navigate = useNavigate();
  const [letters] = useLetters();
  const pressedG = useRef(0);
  const leads = places.map(({ key, to }): [string, () => void] => [
    key,
    () => {
      if (Date.now() - pressedG.current < SEQUENCE_TIMEOUT) {
        void navigate(to);
      }
    },
  ]);
  const ofLetters: [string, () => void][] = [
    ['shift+?', onHelp],
    ['n', () => void navigate('/submit')],
    [
      'g',
      () => {
        pressedG.current = Date.now();
      },
    ],
    ...leads,
  ];
  useHotkeys([['mod+K', onPalette]], []);
  useHotkeys(letters ? ofLetters : []);
}
