import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '@/lib/ui/Confirm';
import { PlusIcon } from '@/lib/ui/icons';
import { Failure, Loading } from '@/lib/ui/notices';
import { Panel } from '@/lib/ui/Panel';
import { ExactTime, RelativeTime } from '@/lib/ui/time';
import { type ApiToken, useTokenChanges, useTokens } from '../api/useAccount';
import { texts } from '../texts';
import classes from './AccountPage.module.css';
import { NewToken } from './NewToken';

/** The API tokens, with which scripts sign in. */
export function Tokens() {
  const { data, error, isPending, refetch } = useTokens();
  const [making, setMaking] = useState(false);
  return (
    <Panel
      title={texts.tokens}
      lead={texts.tokensLead}
      action={
        <Button
          size="xs"
          variant="light"
          leftSection={<PlusIcon size={14} />}
          onClick={() => setMaking(true)}
        >
          {texts.newToken}
        </Button>
      }
    >
      {isPending && <Loading label={texts.loading} />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noTokens}
        </Text>
      )}
      <ul className={classes.list} aria-label={texts.tokens}>
        {data?.map((token) => (
          <li key={token.id}>
            <Row token={token} />
          </li>
        ))}
      </ul>
      {making && <NewToken onClose={() => setMaking(false)} />}
    </Panel>
  );
}

function Row({ token: { id, name, scopes, expiresAt, lastUsedAt } }: { token: ApiToken }) {
  const { revoke } = useTokenChanges();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <div className={classes.what}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {scopes.map((scope) => texts.scopes[scope]).join(', ')} · {texts.expires}{' '}
          <ExactTime at={expiresAt} /> ·{' '}
          {lastUsedAt ? (
            <>
              {texts.used} <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            texts.neverUsed
          )}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        c="var(--mantine-color-error)"
        onClick={() => setAsked(true)}
        aria-label={texts.revokeOf(name)}
      >
        {texts.revoke}
      </Button>
      {asked && (
        <Confirm
          title={texts.revokeTitle(name)}
          action={texts.revokeNow}
          danger
          onConfirm={() => revoke(id)}
          onClose={() => setAsked(false)}
        >
          <Text size="sm">{texts.revokeText}</Text>
        </Confirm>
      )}
    </>
  );
}
