import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FilterFields } from '@/lib/ui/FilterFields';
import { MoreButton } from '@/lib/ui/MoreButton';
import { Empty } from '@/lib/ui/notices';
import { notifyFailure } from '@/lib/ui/notifyFailure';
import { SearchField } from '@/lib/ui/SearchField';
import { useSearch } from '@/lib/ui/useSearch';
import { Read, Screen } from '../parts/Screen';
import { adminTexts } from '../texts';
import { AuditTable } from './AuditTable';
import { texts } from './texts';
import { FILTERS, useAudit, useExport } from './useAudit';

const KINDS = [
  { value: '', label: texts.any },
  ...Object.entries(texts.kinds).map(([group, label]) => ({ value: group, label })),
];

export function AuditLog() {
  const { filters, set, clear, isFiltered } = useSearch(FILTERS);
  const entries = useAudit(filters);
  const save = useMutation({ mutationFn: useExport(filters, texts.file), onError: notifyFailure });
  const actions =
    filters.action === '' || filters.action in texts.kinds
      ? KINDS
      : [...KINDS, { value: filters.action, label: filters.action }];
  return (
    <Screen
      title={texts.title}
      lead={texts.lead}
      controls={
        <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {texts.csv}
        </Button>
      }
    >
      <FilterFields isFiltered={isFiltered} onClear={clear}>
        <SearchField label={texts.actor} value={filters.actor} onChange={(value) => set('actor', value)} />
        <NativeSelect
          label={texts.action}
          value={filters.action}
          onChange={(event) => set('action', event.currentTarget.value)}
          data={actions}
        />
        <SearchField label={texts.target} value={filters.target} onChange={(value) => set('target', value)} />
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={texts[name]}
            value={filters[name]}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ))}
      </FilterFields>
      <Read reading={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={adminTexts.noMatchTitle} text={isFiltered ? texts.none : texts.noneAtAll} />
          ) : (
            <AuditTable entries={rows} />
          )
        }
      </Read>
      <MoreButton pages={entries} />
    </Screen>
  );
}
