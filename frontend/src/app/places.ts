import type { User } from '@/lib/api/client';
import { ClockIcon, DialsIcon, GraphIcon, HomeIcon, ListIcon } from '@/lib/ui/icons';
import { texts } from './texts';

/** The pages of the main navigation, and the key that opens each after a G. */
export const PLACES = [
  { to: '/', label: texts.nav.home, Icon: HomeIcon, key: 'h' },
  { to: '/tasks', label: texts.nav.tasks, Icon: ListIcon, key: 't' },
  { to: '/schedules', label: texts.nav.schedules, Icon: ClockIcon, key: 's' },
  { to: '/workflows', label: texts.nav.workflows, Icon: GraphIcon, key: 'w' },
];
const ADMIN = { to: '/admin', label: texts.nav.admin, Icon: DialsIcon, key: 'a' };

export type Place = (typeof PLACES)[number];

/** The pages that a person may open. Administrators and auditors also see the administration. */
export function placesOf(user: User | undefined): Place[] {
  return user?.roles.some((role) => role !== 'user') ? [...PLACES, ADMIN] : PLACES;
}
