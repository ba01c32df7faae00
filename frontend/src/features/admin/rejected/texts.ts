export const texts = {
  title: 'Rejected messages',
  lead: 'What came over Redis and could not be understood. It changed nothing, and is kept to be looked into.',
  none: 'No rejected messages',
  noneText: 'All that workers sent was understood.',
  columns: { at: 'When', stream: 'Stream', reason: 'Reason' },
  fields: 'Fields',
  delete: 'Delete',
  deleteTitle: 'Delete the message?',
  deleteText: 'It is gone for good, and nothing else changes.',
  name: (id: string) => `message ${id}`,
  count: (count: string, stream: string) => `${count} in ${stream}`,
};
