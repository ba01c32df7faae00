import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adminTexts } from '@/lib/adminTexts';
import { Confirm } from '@/lib/ui/Confirm';
import { tellFailure } from '@/lib/ui/tellFailure';
import { type Type, useTypeChanges } from './useTypes';

const words = adminTexts.types;

/** What can be done about a type that no worker offers; there is nothing to do about the others. */
export function TypeActions({ type: { name, title, hidden, workersOnline } }: { type: Type }) {
  const [asked, setAsked] = useState<'hide' | 'delete' | null>(null);
  const { turn, remove } = useTypeChanges(name);
  const show = useMutation({ mutationFn: () => turn('show'), onError: tellFailure });
  if (workersOnline > 0) {
    return null;
  }
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end" role="group" aria-label={adminTexts.actionsOn(title)}>
      <Button
        size="compact-xs"
        variant="default"
        loading={show.isPending}
        onClick={() => (hidden ? show.mutate() : setAsked('hide'))}
      >
        {hidden ? words.show : words.hide}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsked('delete')}>
        {words.delete}
      </Button>
      {asked && (
        <Confirm
          title={words.askTitle[asked](title)}
          action={words[asked]}
          danger={asked === 'delete'}
          onConfirm={asked === 'delete' ? remove : () => turn('hide')}
          onClose={() => setAsked(null)}
        >
          <Text size="sm">{words.askText[asked]}</Text>
        </Confirm>
      )}
    </Group>
  );
}
