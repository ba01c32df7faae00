import {
  Alert,
  Button,
  Checkbox,
  CopyButton,
  Group,
  Modal,
  NumberInput,
  PasswordInput,
  Stack,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { faultAt, faultsOf } from '@/lib/form/faults';
import { CheckIcon, CopyIcon, WarningIcon } from '@/lib/ui/icons';
import { Failure } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';
import { type Scope, useTokenChanges } from '../api/useAccount';
import { texts } from '../texts';
import classes from './AccountPage.module.css';

const SCOPES: Scope[] = ['tasks:read', 'tasks:write'];
const MAX_DAYS = 365;

/** Creates an API token and shows it once. Only this dialog ever holds it. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { create } = useTokenChanges();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(SCOPES);
  const [days, setDays] = useState<number | string>(90);
  const [currentPassword, setCurrentPassword] = useState('');
  const making = useMutation({ mutationFn: create, gcTime: 0 });
  const faults = faultsOf(making.error);
  const isComplete =
    name.trim() !== '' && scopes.length > 0 && typeof days === 'number' && currentPassword !== '';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isComplete) {
      making.mutate({ name: name.trim(), scopes, expiresInDays: days, currentPassword });
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={making.data ? texts.tokenCreated : texts.newToken}
      centered
      closeOnClickOutside={!making.data}
      closeButtonProps={{ 'aria-label': uiTexts.close }}
    >
      {making.data ? (
        <CreatedToken token={making.data.token} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput
              label={texts.tokenName}
              description={texts.tokenNameHelp}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={faultAt(faults, '/name')}
              maxLength={100}
              autoComplete="off"
              data-autofocus
            />
            <Checkbox.Group
              label={texts.permissions}
              value={scopes}
              onChange={(chosen) => setScopes(SCOPES.filter((scope) => chosen.includes(scope)))}
              error={faultAt(faults, '/scopes')}
            >
              <Stack gap={6} mt={6}>
                {SCOPES.map((scope) => (
                  <Checkbox key={scope} value={scope} label={texts.scopes[scope]} />
                ))}
              </Stack>
            </Checkbox.Group>
            <NumberInput
              label={texts.days}
              description={texts.daysHelp(MAX_DAYS)}
              min={1}
              max={MAX_DAYS}
              allowDecimal={false}
              value={days}
              onChange={setDays}
              error={faultAt(faults, '/expiresInDays')}
            />
            <PasswordInput
              label={texts.currentPassword}
              value={currentPassword}
              onChange={(event) => setCurrentPassword(event.currentTarget.value)}
              error={faultAt(faults, '/currentPassword')}
              autoComplete="current-password"
              maxLength={200}
            />
            {making.isError && faults.length === 0 && <Failure error={making.error} />}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {uiTexts.back}
              </Button>
              <Button type="submit" loading={making.isPending} disabled={!isComplete}>
                {texts.createToken}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function CreatedToken({ token, onClose }: { token: string; onClose: () => void }) {
  return (
    <Stack>
      <Alert color="yellow" icon={<WarningIcon />} role="note">
        {texts.shownOnce}
      </Alert>
      <code className={classes.token} data-token>
        {token}
      </code>
      <Group justify="flex-end" gap="sm">
        <CopyButton value={token}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
              onClick={copy}
            >
              {copied ? uiTexts.copied : uiTexts.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{texts.copiedIt}</Button>
      </Group>
    </Stack>
  );
}
