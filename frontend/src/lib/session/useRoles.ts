import { useMe } from './useMe';

/** The permissions of the signed-in person in the administration: to view it, and to make changes. */
export function useRoles(): { mayView: boolean; mayChange: boolean } {
  const { data: me } = useMe();
  const mayChange = me?.roles.includes('admin') ?? false;
  return { mayChange, mayView: mayChange || (me?.roles.includes('auditor') ?? false) };
}
