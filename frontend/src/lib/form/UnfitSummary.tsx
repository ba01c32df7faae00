import { Alert, List } from '@mantine/core';
import { WarningIcon } from '@/lib/ui/icons';
import { formTexts } from './texts';

/** Why a form cannot be sent yet, in one place: a fault may stand far from the button, or at no field at all. */
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
