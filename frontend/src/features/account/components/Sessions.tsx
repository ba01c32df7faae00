import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/lib/ui/Confirm';
import { Failure, Loading } from '@/lib/ui/notices';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { Panel } from '@/lib/ui/Panel';
import { RelativeTime } from '@/lib/ui/time';
import { type SignedIn, useSessionEnds, useSessions } from '../api/useAccount';
import { texts } from '../texts';
import classes from './AccountPage.module.css';
import { browserOf } from './browserOf';

/** The open sessions, each with a way to end it. */
export function Sessions() {
  const { data, error, isPending, refetch } = useSessions();
  const { endAll } = useSessionEnds();
  const [asked, setAsked] = useState(false);
  return (
    <Panel
      title={texts.sessions}
      lead={texts.sessionsLead}
      action={
        <Button size="xs" variant="default" c="var(--mantine-color-error)" onClick={() => setAsked(true)}>
          {texts.signOutEverywhere}
        </Button>
      }
    >
      {isPending && <Loading label={texts.loading} />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <ul className={classes.list} aria-label={texts.sessions}>
        {data?.map((one) => (
          <li key={one.id}>
            <Row signedIn={one} />
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={texts.everywhereTitle}
          action={texts.signOutEverywhere}
          danger
          onConfirm={endAll}
          onClose={() => setAsked(false)}
        >
          <Text size="sm">{texts.everywhereText}</Text>
        </Confirm>
      )}
    </Panel>
  );
}

function Row({ signedIn }: { signedIn: SignedIn }) {
  const { id, address, userAgent, signedInAt, lastSeenAt, current } = signedIn;
  const { end } = useSessionEnds();
  const ending = useMutation({ mutationFn: () => end(id), onError: notifyFailure });
  const browser = browserOf(userAgent);
  return (
    <>
      <div className={classes.what}>
        <Group gap="xs">
          <Text size="sm" fw={600} title={userAgent ?? undefined}>
            {browser}
          </Text>
          {current && (
            <Badge size="sm" color="teal" variant="light" c="var(--mantine-color-text)" tt="none">
              {texts.thisSession}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {address && `${address} · `}
          {texts.signedInAt} <RelativeTime at={signedInAt} />
          {lastSeenAt && (
            <>
              {' · '}
              {texts.seen} <RelativeTime at={lastSeenAt} />
            </>
          )}
        </Text>
      </div>
      {!current && (
        <Button
          size="xs"
          variant="default"
          loading={ending.isPending}
          onClick={() => ending.mutate()}
          aria-label={texts.signOutOf(browser)}
        >
          {texts.signOut}
        </Button>
      )}
    </>
  );
}
