import { AppShell, Burger, Button, Group, NavLink, ScrollArea, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useMe } from '@/lib/session/useMe';
import { PlusIcon } from '@/lib/ui/icons';
import { Logo } from '@/lib/ui/Logo';
import { uiTexts } from '@/lib/ui/texts';
import { AccountMenu } from './AccountMenu';
import { ConnectionIndicator } from './ConnectionIndicator';
import { placesOf } from './places';
import { SchemeMenu } from './SchemeMenu';
import { SearchButton } from './SearchButton';
import classes from './Shell.module.css';
import { ShortcutsDialog } from './ShortcutsDialog';
import { texts } from './texts';
import { useShortcuts } from './useShortcuts';

// The palette brings the spotlight library, so the browser loads it on first use.
const Palette = lazy(() => import('./Palette'));

type Shown = 'palette' | 'shortcuts' | null;

export function Shell() {
  const [opened, menu] = useDisclosure();
  const { pathname } = useLocation();
  const { data: me } = useMe();
  const places = placesOf(me);
  const [shown, setShown] = useState<Shown>(null);
  const showShortcuts = () => setShown('shortcuts');
  const showPalette = () => setShown('palette');
  const hide = (what: Shown) => setShown((before) => (before === what ? null : before));
  useShortcuts({ places, onPalette: showPalette, onHelp: showShortcuts });
  const close = menu.close;
  // biome-ignore lint/correctness/useExhaustiveDependencies: navigation closes the menu
  useEffect(close, [pathname, close]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <button
        type="button"
        className={classes.skip}
        onClick={() => document.getElementById('content')?.focus()}
      >
        {texts.nav.skip}
      </button>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px={{ base: 'sm', sm: 'md' }} justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? texts.nav.close : texts.nav.open}
              aria-expanded={opened}
            />
            <Link to="/" className={classes.brand} aria-label={uiTexts.product}>
              <Logo size={30} />
              <Text component="span" fw={700} fz={18} visibleFrom="xs">
                {uiTexts.product}
              </Text>
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ConnectionIndicator />
            <SearchButton onClick={showPalette} />
            <SchemeMenu />
            <AccountMenu onShortcuts={showShortcuts} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} p="md" aria-label={texts.nav.label}>
        <AppShell.Section component={ScrollArea} grow>
          <Stack gap="md">
            <Button component={Link} to="/submit" leftSection={<PlusIcon />} fullWidth>
              {texts.nav.submit}
            </Button>
            <div>
              {places.map(({ to, label, Icon }) => (
                <NavLink
                  key={to}
                  component={Link}
                  to={to}
                  label={label}
                  leftSection={<Icon />}
                  active={isAt(pathname, to)}
                  aria-current={isAt(pathname, to) ? 'page' : undefined}
                  className={classes.place}
                />
              ))}
            </div>
          </Stack>
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      {shown === 'palette' && (
        <Suspense fallback={null}>
          <Palette places={places} onShortcuts={showShortcuts} onClose={() => hide('palette')} />
        </Suspense>
      )}
      {shown === 'shortcuts' && <ShortcutsDialog places={places} onClose={() => hide('shortcuts')} />}
    </AppShell>
  );
}

function isAt(pathname: string, place: string): boolean {
  return place === '/' ? pathname === '/' : pathname.startsWith(place);
}
