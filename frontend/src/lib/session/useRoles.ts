import { useMe } from './useMe';

/** The rights of the signed-in person in the administration: to see it, and to change something. */
export function useRoles(): { mayLook: boolean; mayChange: boolean } {
  const { data: me } = useMe();
  const mayChange = me?.roles.includes('admin') ?? false;
  return { mayChange, mayLook: mayChange || (me?.roles.includes('auditor') ?? false) };
}
