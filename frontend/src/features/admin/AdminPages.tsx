import { Alert, Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useMe } from '@/lib/session/useMe';
import { useRoles } from '@/lib/session/useRoles';
import { InfoIcon } from '@/lib/ui/icons';
import { Empty, Failure, Loading } from '@/lib/ui/notices';
import { uiTexts } from '@/lib/ui/texts';
import classes from './AdminPages.module.css';
import { adminTexts } from './texts';

const { pages } = adminTexts;
const PAGES = [
  { to: '/admin', label: pages.overview },
  { to: '/admin/queues', label: pages.queues },
  { to: '/admin/task-types', label: pages.types },
  { to: '/admin/workers', label: pages.workers },
  { to: '/admin/tasks', label: pages.tasks },
  { to: '/admin/failures', label: pages.failures },
  { to: '/admin/dead-letters', label: pages.deadLetters },
  { to: '/admin/rejected', label: pages.rejected },
  { to: '/admin/users', label: pages.users },
  { to: '/admin/audit', label: pages.audit },
  { to: '/admin/system', label: pages.system },
];

/** The frame of each administration page. The server guards the data; this frame only tells people without the role. */
export function AdminPages() {
  const { data: me, error, isPending, refetch } = useMe();
  const { mayView, mayChange } = useRoles();
  if (isPending) {
    return <Loading label={adminTexts.loading} />;
  }
  if (!me) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  if (!mayView) {
    return (
      <Empty title={adminTexts.forbiddenTitle} text={adminTexts.forbidden}>
        <Button component={Link} to="/tasks" variant="light">
          {uiTexts.failure.home}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <Pages />
      {!mayChange && (
        <Alert role="note" color="gray" icon={<InfoIcon />} mb="lg" py="xs">
          {adminTexts.readOnly}
        </Alert>
      )}
      <Outlet />
    </>
  );
}

function Pages() {
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: navigation moves the current tab into view
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={nav} className={classes.pages} aria-label={adminTexts.title}>
      {PAGES.map(({ to, label }) => (
        <NavLink key={to} to={to} end={to === '/admin'}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
