import { Alert, List } from '@mantine/core';
import { WarningIcon } from '@/lib/ui/icons';
import { formTexts } from './texts';

/** Lists all errors of a form beside its button, since some are far away or belong to no field. */
export function UnfitSummary({ remarks }: { remarks: string[] }) {
  return remarks.length === 0 ? null : (
    <Alert color="red" icon={<WarningIcon />} title={formTexts.unfit} role="alert" mt="md">
      <List size="sm">
        {[...new Set(remarks)].map((remark) => (
          <List.Item key={remark}>{remark}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
