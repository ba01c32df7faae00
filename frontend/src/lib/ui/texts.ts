/**
 * Texts of the parts that every feature uses. Each feature and each part of lib/ has a texts.ts with every text that
 * people read there. Another language is another object of the same shape.
 */
export const uiTexts = {
  /** The format of numbers and times, as a BCP 47 tag. */
  locale: 'en-GB',
  product: 'Millrace',
  pageTitle: (page: string) => `${page} · Millrace`,
  more: 'Load more',
  time: {
    now: 'just now',
    unknown: '—',
    ms: (ms: number) => `${ms} ms`,
    seconds: (seconds: string) => `${seconds} s`,
    minutes: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
    days: (days: number, hours: number) => `${days} d ${hours} h`,
  },
  failure: {
    title: 'Something went wrong',
    unreachableTitle: 'The server cannot be reached',
    unreachable: 'Check your connection, then try again.',
    incident: (number: string) => `Incident ${number}`,
    again: 'Try again',
    home: 'Go to the home page',
  },
  back: 'Go back',
  close: 'Close',
  filters: { label: 'Filters', more: 'More filters', fewer: 'Fewer filters', clear: 'Clear filters' },
  copy: 'Copy',
  copied: 'Copied',
  cancel: 'Cancel',
  cancelTitle: (type: string) => `Cancel “${type}”?`,
  delete: 'Delete',
  deleteTitle: (type: string) => `Delete “${type}”?`,
  missing: 'It does not exist, or it belongs to another user.',
};
