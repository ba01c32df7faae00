export const texts = {
  title: 'Rejected messages',
  lead: 'Messages from workers that the server could not read. They changed nothing and are kept for inspection.',
  none: 'No rejected messages',
  noneText: 'The server could read all messages from workers.',
  columns: { at: 'Time', stream: 'Stream', reason: 'Reason' },
  fields: 'Fields',
  delete: 'Delete',
  deleteTitle: 'Delete message?',
  deleteText: 'It is deleted permanently; nothing else changes.',
  name: (id: string) => `message ${id}`,
  count: (count: string, stream: string) => `${count} in ${stream}`,
};
