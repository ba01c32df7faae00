import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { adminTexts } from '@/lib/adminTexts';
import { FilterFields } from '@/lib/ui/FilterFields';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Empty } from '@/lib/ui/notices';
import { SearchField } from '@/lib/ui/SearchField';
import { tellFailure } from '@/lib/ui/tellFailure';
import { useSearch } from '@/lib/ui/useSearch';
import { Read, Screen } from '../parts/Screen';
import { AuditTable } from './AuditTable';
import { FILTERS, useAudit, useExport } from './useAudit';

const words = adminTexts.audit;
const KINDS = [
  { value: '', label: adminTexts.users.any },
  ...Object.entries(words.kinds).map(([group, label]) => ({ value: group, label })),
];

export function AuditLog() {
  const { said, set, clear, isFiltered } = useSearch(FILTERS);
  const entries = useAudit(said);
  const save = useMutation({ mutationFn: useExport(said, words.file), onError: tellFailure });
  const actions =
    said.action === '' || said.action in words.kinds
      ? KINDS
      : [...KINDS, { value: said.action, label: said.action }];
  return (
    <Screen
      title={words.title}
      lead={words.lead}
      controls={
        <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {words.csv}
        </Button>
      }
    >
      <FilterFields isFiltered={isFiltered} onClear={clear}>
        <SearchField label={words.actor} value={said.actor} onChange={(value) => set('actor', value)} />
        <NativeSelect
          label={words.action}
          value={said.action}
          onChange={(event) => set('action', event.currentTarget.value)}
          data={actions}
        />
        <SearchField label={words.target} value={said.target} onChange={(value) => set('target', value)} />
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={words[name]}
            value={said[name]}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ))}
      </FilterFields>
      <Read reading={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={adminTexts.noMatchTitle} text={isFiltered ? words.none : words.noneAtAll} />
          ) : (
            <AuditTable entries={rows} />
          )
        }
      </Read>
      <MoreButton pages={entries} />
    </Screen>
  );
}
