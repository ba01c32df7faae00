import { Button, PasswordInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { asSentence } from '@/lib/form/texts';
import { Failure } from '@/lib/ui/notices';
import { useRegister } from '../api/useRegister';
import { useSignInOptions } from '../api/useSignInOptions';
import { texts } from '../texts';
import { Welcome } from './Welcome';

const FIELDS = ['username', 'email', 'password', 'firstName', 'lastName'] as const;
type Field = (typeof FIELDS)[number];
type Values = Record<Field, string>;

const EMPTY: Values = { username: '', email: '', password: '', firstName: '', lastName: '' };

export function Register() {
  const options = useSignInOptions();
  const isClosed = options.data?.registration === 'closed';
  return (
    <Welcome
      title={isClosed ? texts.registrationClosed : texts.registerTitle}
      elsewhere={{ lead: texts.toSignInLead, label: texts.toSignIn, to: '/sign-in' }}
    >
      {isClosed && <Text>{texts.registrationClosedLead}</Text>}
      {!isClosed && !options.isPending && <RegistrationForm />}
    </Welcome>
  );
}

function RegistrationForm() {
  const navigate = useNavigate();
  const [values, setValues] = useState(EMPTY);
  const [faults, setFaults] = useState<Partial<Values>>({});
  const register = useRegister((user) => navigate('/sign-in', { state: { registered: user.username } }));

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = faultsIn(values);
    setFaults(found);
    if (Object.keys(found).length > 0) {
      register.reset();
      return;
    }
    const { firstName, lastName, ...account } = values;
    register.mutate(
      { ...account, firstName: firstName || null, lastName: lastName || null },
      { onError: (error) => setFaults(faultsOf(error)) },
    );
  }

  function field(name: Field) {
    return {
      name,
      label: texts[name],
      value: values[name],
      error: faults[name],
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setValues((before) => ({ ...before, [name]: value }));
        setFaults((before) => ({ ...before, [name]: undefined }));
      },
    };
  }

  const shownAtFields = FIELDS.some((name) => faultsOf(register.error)[name]);
  return (
    <>
      {register.isError && !shownAtFields && <Failure error={register.error} />}
      <form onSubmit={submit} noValidate className="mill-fields">
        <TextInput
          {...field('username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={50}
        />
        <TextInput {...field('email')} type="email" autoComplete="email" required maxLength={254} />
        <PasswordInput
          {...field('password')}
          description={texts.passwordHelp}
          autoComplete="new-password"
          required
          maxLength={200}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...field('firstName')} autoComplete="given-name" maxLength={100} />
          <TextInput {...field('lastName')} autoComplete="family-name" maxLength={100} />
        </SimpleGrid>
        <Button type="submit" size="md" loading={register.isPending}>
          {texts.register}
        </Button>
      </form>
    </>
  );
}

/** The errors that the browser finds by itself. The server makes the final check. */
function faultsIn(values: Values): Partial<Values> {
  const faults: Partial<Values> = {};
  if (!values.username) {
    faults.username = texts.missing;
  } else if (values.username.length < 3) {
    faults.username = texts.tooShort(3);
  }
  if (!values.email) {
    faults.email = texts.missing;
  } else if (!/^\S+@\S+$/.test(values.email)) {
    faults.email = texts.notAnEmail;
  }
  if (values.password.length < 8) {
    faults.password = values.password ? texts.tooShort(8) : texts.missing;
  }
  return faults;
}

function faultsOf(error: unknown): Partial<Values> {
  const faults: Partial<Values> = {};
  if (error instanceof ApiProblem) {
    for (const name of FIELDS) {
      const [first] = error.faultsAt(`/${name}`);
      if (first) {
        faults[name] = asSentence(`${texts[name]} ${first}`);
      }
    }
  }
  return faults;
}
