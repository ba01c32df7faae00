import { Button, Center, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useServices, useSession } from '@/lib/services';
import { Logo } from '@/lib/ui/Logo';
import { Empty } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';
import { texts } from './texts';

/** The route that follows the sign-in. */
interface Wanted {
  from?: string;
}

export function MembersOnly() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.status === 'signed-in') {
    return <Outlet key={session.userId} />;
  }
  if (session.status === 'signed-out') {
    const wanted: Wanted = { from: pathname + search };
    return <Navigate to="/sign-in" replace state={wanted} />;
  }
  return <Starting />;
}

export function GuestsOnly() {
  const session = useSession();
  const wanted = useLocation().state as Wanted | null;
  if (session.status === 'signed-in') {
    return <Navigate to={wanted?.from ?? '/'} replace />;
  }
  return session.status === 'signed-out' ? <Outlet /> : <Starting />;
}

function Starting() {
  const session = useSession();
  const services = useServices();
  if (session.status === 'unreachable') {
    return (
      <Center mih="100vh" role="alert">
        <Empty title={uiTexts.failure.unreachableTitle} text={uiTexts.failure.unreachable}>
          <Button onClick={() => void services.session.restore()}>{uiTexts.failure.again}</Button>
        </Empty>
      </Center>
    );
  }
  return (
    <Center mih="100vh" role="status">
      <Stack align="center" c="var(--mill-accent)">
        <Logo size={56} turning />
        <VisuallyHidden>
          <Text>{texts.starting}</Text>
        </VisuallyHidden>
      </Stack>
    </Center>
  );
}
