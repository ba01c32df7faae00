import { Anchor, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Logo } from '@/lib/ui/Logo';
import { PageTitle } from '@/lib/ui/PageTitle';
import { uiTexts } from '@/lib/ui/texts';
import { texts } from '../texts';
import classes from './Welcome.module.css';

interface WelcomeProps {
  title: string;
  children: ReactNode;
  elsewhere?: { lead: string; label: string; to: string };
}

/** The frame around signing in and registering. */
export function Welcome({ title, children, elsewhere }: WelcomeProps) {
  return (
    <div className={classes.screen}>
      <aside className={classes.side}>
        <Group gap="sm" className={classes.brand}>
          <Logo size={40} />
          <Text fz={24} fw={700} className={classes.name}>
            {uiTexts.product}
          </Text>
        </Group>
        <div className={classes.pitch}>
          <div className={classes.wheel}>
            <Logo size={148} turning />
          </div>
          <Text className={classes.tagline}>{texts.tagline}</Text>
          <Text className={classes.words}>{texts.pitch}</Text>
        </div>
        <svg className={classes.waves} viewBox="0 0 600 160" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 70c75-40 150-40 225 0s150 40 225 0 112-40 150-20v110H0Z" />
          <path d="M0 105c60-30 130-30 200 0s140 30 210 0 130-30 190-5v60H0Z" />
        </svg>
      </aside>
      <main className={classes.main}>
        <Stack gap="lg" className={classes.form}>
          <PageTitle size="h2">{title}</PageTitle>
          {children}
          {elsewhere && (
            <Text size="sm" c="dimmed">
              {elsewhere.lead}{' '}
              <Anchor component={Link} to={elsewhere.to} fw={600} c="var(--mill-accent)">
                {elsewhere.label}
              </Anchor>
            </Text>
          )}
        </Stack>
      </main>
    </div>
  );
}
