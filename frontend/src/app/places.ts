import type { User } from '@/lib/api/client';
import { ClockIcon, DialsIcon, GraphIcon, HomeIcon, ListIcon } from '@/lib/ui/icons';
import { texts } from './texts';

/** Where one can go from anywhere, and the key that leads there after a G. */
export const PLACES = [
  { to: '/', label: texts.nav.home, Icon: HomeIcon, key: 'h' },
  { to: '/tasks', label: texts.nav.tasks, Icon: ListIcon, key: 't' },
  { to: '/schedules', label: texts.nav.schedules, Icon: ClockIcon, key: 's' },
  { to: '/workflows', label: texts.nav.workflows, Icon: GraphIcon, key: 'w' },
];
const ADMIN = { to: '/admin', label: texts.nav.admin, Icon: DialsIcon, key: 'a' };

export type Place = (typeof PLACES)[number];

/** Those where somebody may go: whoever is more than a user has something to look at under administration. */
export function placesOf(user: User | undefined): Place[] {
  return user?.roles.some((role) => role !== 'user') ? [...PLACES, ADMIN] : PLACES;
}
