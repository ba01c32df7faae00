import { Button, Group, PasswordInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import type { User } from '@/lib/api/client';
import { faultAt, faultsOf } from '@/lib/form/faults';
import { Failure } from '@/lib/ui/notices';
import { Panel } from '@/lib/ui/Panel';
import { useChangeProfile } from '../api/useAccount';
import { texts } from '../texts';

const FIELDS = ['email', 'firstName', 'lastName'] as const;
type Field = (typeof FIELDS)[number];

/** The name and e-mail address of the signed-in person. */
export function Profile({ user }: { user: User }) {
  const [values, setValues] = useState<Record<Field, string>>({
    email: user.email,
    firstName: user.firstName ?? '',
    lastName: user.lastName ?? '',
  });
  const [currentPassword, setCurrentPassword] = useState('');
  const change = useChangeProfile(() => {
    setCurrentPassword('');
    notifications.show({ message: texts.profileSaved, color: 'teal' });
  });
  const faults = faultsOf(change.error);
  const needsPassword = values.email !== user.email;
  const isChanged = FIELDS.some((name) => values[name] !== (user[name] ?? ''));

  function submit(event: FormEvent) {
    event.preventDefault();
    const { email, firstName, lastName } = values;
    change.mutate({
      email,
      firstName: firstName || null,
      lastName: lastName || null,
      ...(needsPassword && { currentPassword }),
    });
  }

  const field = (name: Field) => ({
    label: texts[name],
    value: values[name],
    error: faultAt(faults, `/${name}`),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });

  return (
    <Panel title={texts.profile}>
      <form onSubmit={submit} noValidate className="mill-fields">
        <Text size="sm">
          {texts.signedInAs} <strong>{user.username}</strong>
        </Text>
        <TextInput {...field('email')} type="email" autoComplete="email" maxLength={254} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...field('firstName')} autoComplete="given-name" maxLength={100} />
          <TextInput {...field('lastName')} autoComplete="family-name" maxLength={100} />
        </SimpleGrid>
        {needsPassword && (
          <PasswordInput
            label={texts.currentPassword}
            description={texts.currentPasswordHelp}
            value={currentPassword}
            error={faultAt(faults, '/currentPassword')}
            onChange={(event) => setCurrentPassword(event.currentTarget.value)}
            autoComplete="current-password"
            maxLength={200}
            required
          />
        )}
        {change.isError && faults.length === 0 && <Failure error={change.error} />}
        <Group>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={!isChanged || (needsPassword && currentPassword === '')}
          >
            {texts.saveProfile}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
