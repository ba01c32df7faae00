import { Button, Checkbox, Group, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { Fault } from '@/lib/api/problem';
import { faultAt, faultsOf } from '@/lib/form/faults';
import { useMe } from '@/lib/session/useMe';
import { Failure } from '@/lib/ui/notices';
import { Panel } from '@/lib/ui/Panel';
import { useChangePassword } from '../api/useAccount';
import { texts } from '../texts';

const MIN_LENGTH = 8;
const EMPTY = { currentPassword: '', newPassword: '' };

/** Changes the password, which requires the current one. */
export function Password() {
  const { data: me } = useMe();
  const [values, setValues] = useState(EMPTY);
  const [endApiTokens, setEndApiTokens] = useState(true);
  const [faults, setFaults] = useState<Fault[]>([]);
  const change = useChangePassword(() => {
    setValues(EMPTY);
    notifications.show({ message: texts.passwordChanged, color: 'teal' });
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = faultsIn(values);
    setFaults(found);
    if (found.length === 0) {
      change.mutate({ ...values, endApiTokens }, { onError: (error) => setFaults(faultsOf(error)) });
    }
  }

  const field = (name: keyof typeof EMPTY) => ({
    label: texts[name],
    value: values[name],
    error: faultAt(faults, `/${name}`),
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
      setFaults((before) => before.filter(({ pointer }) => pointer !== `/${name}`));
    },
  });

  return (
    <Panel title={texts.password} lead={texts.passwordLead}>
      <form onSubmit={submit} noValidate className="mill-fields">
        {/* Password managers want to know whose it is. */}
        <input type="text" autoComplete="username" value={me?.username ?? ''} readOnly hidden />
        <PasswordInput {...field('currentPassword')} autoComplete="current-password" />
        <PasswordInput
          {...field('newPassword')}
          description={texts.passwordHelp}
          autoComplete="new-password"
        />
        <Checkbox
          label={texts.revokeApiTokens}
          description={texts.revokeApiTokensHelp}
          checked={endApiTokens}
          onChange={(event) => setEndApiTokens(event.currentTarget.checked)}
        />
        {change.isError && faultsOf(change.error).length === 0 && <Failure error={change.error} />}
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {texts.changePassword}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}

/** The errors that the browser finds by itself. */
function faultsIn({ currentPassword, newPassword }: typeof EMPTY): Fault[] {
  const faults: Fault[] = [];
  if (!currentPassword) {
    faults.push({ pointer: '/currentPassword', detail: texts.missing });
  }
  if (newPassword.length < MIN_LENGTH) {
    faults.push({ pointer: '/newPassword', detail: texts.tooShort(MIN_LENGTH) });
  }
  return faults;
}
