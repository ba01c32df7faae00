import { useLocalStorage } from '@mantine/hooks';

/** The names of the pinned task types, stored in this browser. */
export function useFavourites() {
  const [favourites, setFavourites] = useLocalStorage<string[]>({
    key: 'millrace-favourites',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    favourites,
    toggle: (name: string) =>
      setFavourites((before) =>
        before.includes(name) ? before.filter((other) => other !== name) : [...before, name],
      ),
  };
}
