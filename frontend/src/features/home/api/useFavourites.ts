import { useLocalStorage } from '@mantine/hooks';

/** Names of the task types that somebody wants at hand, kept in this browser. */
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
