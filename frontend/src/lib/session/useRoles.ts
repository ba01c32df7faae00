import { useMe } from './useMe';

/** What their roles let people do on the operator's pages: look at all of it, and change something. */
export function useRoles(): { mayLook: boolean; mayChange: boolean } {
  const { data: me } = useMe();
  const mayChange = me?.roles.includes('admin') ?? false;
  return { mayChange, mayLook: mayChange || (me?.roles.includes('auditor') ?? false) };
}
