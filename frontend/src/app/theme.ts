import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, Notification } from '@mantine/core';

const water: MantineColorsTuple = [
  '#e9f6fa',
  '#d2eaf1',
  '#a5d5e3',
  '#72bdd2',
  '#48a6c0',
  '#2892af',
  '#177f9d',
  '#0d6a87',
  '#0a556e',
  '#073f54',
];

const deep: MantineColorsTuple = [
  '#dbe6ec',
  '#b9c8d1',
  '#93a6b3',
  '#6b8090',
  '#33485a',
  '#263a4a',
  '#1a2b38',
  '#12202b',
  '#0c1821',
  '#081118',
];

/** Mantine's own alert colours are too pale on light grounds, and too loud on dark ones. */
const ALERTS: Record<string, Record<`--${string}`, string>> = {
  yellow: { '--alert-bg': 'var(--mill-warning-ground)', '--alert-color': 'var(--mill-warning)' },
  red: { '--alert-bg': 'var(--mill-fault-ground)', '--alert-color': 'var(--mantine-color-error)' },
};

export const theme = createTheme({
  colors: { water, dark: deep },
  primaryColor: 'water',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The key is a name instead of the component, so that a first visit does not load Alert.
    Alert: {
      vars: (_theme: unknown, { color }: { color?: string }) => ({ root: ALERTS[color ?? ''] ?? {} }),
    },
    Modal: { styles: { title: { fontWeight: 650, lineHeight: 1.3, overflowWrap: 'anywhere' } } },
    Notification: Notification.extend({
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    }),
  },
});

/** Mantine's own secondary and error texts are too pale for WCAG AA. */
export const contrast: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#50626f',
    '--mantine-color-error': '#b42318',
    '--mantine-color-placeholder': '#667885',
    '--mantine-color-text': '#10212c',
    '--mantine-color-default-border': '#d3dee5',
    '--mill-ground': '#f3f7f9',
    '--mill-raised': '#ffffff',
    '--mill-line': '#dde6eb',
    '--mill-accent': '#0d6a87',
    '--mill-warning': '#7a5200',
    '--mill-warning-ground': '#fff3d6',
    '--mill-fault-ground': '#fdebe9',
  },
  dark: {
    '--mantine-color-dimmed': '#93a6b3',
    '--mantine-color-error': '#ff9a92',
    '--mantine-color-placeholder': '#7d92a1',
    '--mill-ground': '#0c1821',
    '--mill-raised': '#12202b',
    '--mill-line': '#213342',
    '--mill-accent': '#72bdd2',
    '--mill-warning': '#f0c878',
    '--mill-warning-ground': '#302710',
    '--mill-fault-ground': '#38191c',
  },
});
