import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm } from '@/lib/ui/Confirm';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { adminTexts } from '../texts';
import { texts } from './texts';
import { type Type, useTypeChanges } from './useTypes';

/** The actions for a task type that no worker offers. Others have none. */
export function TypeActions({ type: { name, title, hidden, workersOnline } }: { type: Type }) {
  const [asked, setAsked] = useState<'hide' | 'delete' | null>(null);
  const { setVisibility, remove } = useTypeChanges(name);
  const show = useMutation({ mutationFn: () => setVisibility('show'), onError: notifyFailure });
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
        {hidden ? texts.show : texts.hide}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsked('delete')}>
        {texts.delete}
      </Button>
      {asked && (
        <Confirm
          title={texts.askTitle[asked](title)}
          action={texts[asked]}
          danger={asked === 'delete'}
          onConfirm={asked === 'delete' ? remove : () => setVisibility('hide')}
          onClose={() => setAsked(null)}
        >
          <Text size="sm">{texts.askText[asked]}</Text>
        </Confirm>
      )}
    </Group>
  );
}
