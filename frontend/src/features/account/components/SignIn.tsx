import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'react-router';
import { useServices, useSession } from '@/lib/services';
import { InfoIcon } from '@/lib/ui/icons';
import { Failure } from '@/lib/ui/notices';
import { useSignInOptions } from '../api/useSignInOptions';
import { texts } from '../texts';
import { Welcome } from './Welcome';

export function SignIn() {
  const { session } = useServices();
  const state = useSession();
  const options = useSignInOptions();
  const location = useLocation();
  const registered = (location.state as { registered?: string } | null)?.registered;
  const [username, setUsername] = useState(registered ?? '');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const signIn = useMutation({ mutationFn: session.signIn.bind(session) });

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (username && password) {
      signIn.mutate({ username, password });
    }
  }

  return (
    <Welcome
      title={texts.signInTitle}
      elsewhere={
        options.data?.registration === 'open'
          ? { lead: texts.toRegisterLead, label: texts.toRegister, to: '/register' }
          : undefined
      }
    >
      {registered && !signIn.isError && (
        <Alert color="water" icon={<InfoIcon />} role="status">
          {texts.registered(registered)}
        </Alert>
      )}
      {state.status === 'signed-out' && state.ended && !signIn.isError && (
        <Alert color="water" icon={<InfoIcon />} role="status">
          {texts.ended}
        </Alert>
      )}
      {signIn.isError && <Failure error={signIn.error} />}
      <form onSubmit={submit} noValidate className="mill-fields">
        <TextInput
          label={texts.username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          error={checked && !username && texts.missing}
        />
        <PasswordInput
          label={texts.password}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={checked && !password && texts.missing}
        />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {texts.signIn}
        </Button>
      </form>
    </Welcome>
  );
}
