import { Button } from '@mantine/core';
import { Link, NavLink, Outlet } from 'react-router';
import { useMe } from '../../../lib/session/useMe';
import { texts } from '../../../lib/texts';
import { Empty, Failure, Loading } from '../../../lib/ui/notices';
import classes from './Admin.module.css';

const PAGES = [
  { to: '/admin', label: texts.admin.overview },
  { to: '/admin/queues', label: texts.admin.queues },
  { to: '/admin/tasks', label: texts.admin.tasks },
  { to: '/admin/dead-letters', label: texts.admin.deadLetters },
];

/** What is around each page of the operator. The server guards what they show; this says so to who may not. */
export function AdminPages() {
  const { data: me, error, isPending, refetch } = useMe();
  if (isPending) {
    return <Loading label={texts.admin.loading} />;
  }
  if (!me) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  if (!me.roles.includes('admin')) {
    return (
      <Empty title={texts.admin.forbiddenTitle} text={texts.admin.forbidden}>
        <Button component={Link} to="/tasks" variant="light">
          {texts.failure.home}
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <nav className={classes.pages} aria-label={texts.nav.admin}>
        {PAGES.map(({ to, label }) => (
          <NavLink key={to} to={to} end={to === '/admin'}>
            {label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
